/** Afterwards: whether the team may keep me in mind, whether others find me, and whom I find. Each holds for a year. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { AlumniDirectory, AlumniWish, Alumna, MyAlumni, MyAlumniWishes } from "../contract.ts";
import { language, locale, t } from "../text/fluent.ts";
import { compareNames } from "../text/order.ts";
import { worded } from "../text/worded.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Tick } from "../ui/field.tsx";
import { Link } from "../ui/link.tsx";
import { Page, Part } from "../ui/page.tsx";
import { Worded } from "../ui/worded.tsx";
import { useAsked } from "./asked.ts";
import { Awaited } from "./awaited.tsx";
import { momentDay } from "./days.ts";
import { Face } from "./face.tsx";
import { usePhotos } from "./photos.ts";
import { TextArea } from "./text_area.tsx";
import "../accounts/pages.css";
import "./mine.css";

export function AlumniPage(): JSX.Element {
  const asked = useAsked<MyAlumniWishes>("/me/alumni");
  const directory = useAsked<AlumniDirectory>("/alumni");
  const programmes = asked.value?.programmes ?? [];
  const take = (changed: MyAlumni): void => {
    asked.put({ programmes: programmes.map((one) => (one.programme === changed.programme ? changed : one)) });
    void directory.run(directory.load);
  };
  return (
    <Page title={t("alumni-title")}>
      <div class="part">
        <p>{t("alumni-lead")}</p>
      </div>
      {!asked.value && <Awaited asked={asked} />}
      {asked.value && programmes.length === 0 && (
        <div class="part">
          <p>{t("alumni-not-yet")}</p>
        </div>
      )}
      {programmes.map((mine) => (
        <Wishes key={mine.programme} mine={mine} onChanged={take} />
      ))}
      {directory.value && directory.value.people.length > 0 && <Directory people={directory.value.people} />}
      <div class="part">
        <p>
          <Link href="/my-page">{t("public-page-title")}</Link>
        </p>
      </div>
    </Page>
  );
}

function Wishes({ mine, onChanged }: { mine: MyAlumni; onChanged: (mine: MyAlumni) => void }): JSX.Element {
  const { me } = useStudio();
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [offer, setOffer] = useState(() => worded(mine.offers, language.value));
  const [saved, setSaved] = useState(false);
  const wish = (change: Partial<AlumniWish>): void =>
    void run(async () => {
      const { consent, found, mentor_again, offers } = mine;
      const wanted: AlumniWish = { consent, found, mentor_again, offers, ...change };
      onChanged(await http<MyAlumni>("PUT", `/me/alumni/${encodeURIComponent(mine.programme)}`, wanted));
    });
  const saveOffer = (event: Event): void => {
    event.preventDefault();
    const { [language.value]: _, ...others } = mine.offers;
    wish({ offers: offer.trim() === "" ? others : { ...others, [language.value]: offer } });
    setSaved(true);
  };
  return (
    <Part
      title={worded(mine.programme_names, language.value)}
      state={
        mine.expires_at !== null && (
          <p class="soft">{t("alumni-until", { day: momentDay(mine.expires_at, me) })}</p>
        )
      }
    >
      {mine.asked && (
        <div class="ask">
          <p>{t("alumni-asked-again")}</p>
          <p class="row">
            <button type="button" class="main" disabled={busy} onClick={() => wish({})}>
              {t("alumni-another-year")}
            </button>
          </p>
        </div>
      )}
      <Tick
        label={t("alumni-consent")} help={t("alumni-consent-help")} name={`consent-${mine.programme}`}
        checked={mine.consent} onTick={(consent) => wish(consent ? { consent } : { consent, found: false, mentor_again: false, offers: {} })}
      />
      {mine.consent && (
        <>
          <Tick
            label={t("alumni-found")} help={t("alumni-found-help")} name={`found-${mine.programme}`} checked={mine.found}
            onTick={(found) => wish({ found })}
          />
          <Tick
            label={t("alumni-mentor-again")} name={`again-${mine.programme}`} checked={mine.mentor_again}
            onTick={(mentor_again) => wish({ mentor_again })}
          />
          {mine.found && (
            <form class="part-form" onSubmit={saveOffer}>
              <TextArea
                label={t("alumni-offer")} limit={500} value={offer}
                onWrite={(words) => {
                  setOffer(words);
                  setSaved(false);
                }}
              />
              <p class="row">
                <button type="submit" disabled={busy}>{t("save")}</button>
                <span role="status" class="soft copied">{saved && !busy && fault === null && t("saved")}</span>
              </p>
            </form>
          )}
        </>
      )}
      <Fault words={fault} />
    </Part>
  );
}

function Directory({ people }: { people: readonly Alumna[] }): JSX.Element {
  const photos = usePhotos();
  const compare = compareNames(locale.value);
  const sorted = [...people].sort((a, b) => compare(a.person.name, b.person.name));
  return (
    <Part title={t("alumni-directory")}>
      <ul class="given">
        {sorted.map((one) => (
          <li key={`${one.programme} ${one.person.id}`} class="found">
            <Face person={one.person} mark={photos[one.person.id]} />
            <span>
              <strong>
                <Bdi text={one.person.name} />
              </strong>
              <span class="soft">
                <Worded names={one.programme_names} />
                {one.mentor_again && ` · ${t("would-mentor-again")}`}
              </span>
              {Object.keys(one.offers).length > 0 && <Worded names={one.offers} />}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
