/** What I am looking for, or what I can give: said for the team, and for nobody else. */
import { Fragment, type JSX } from "preact";

import { useHttp, useStudio } from "../../context.ts";
import type { MyProfile, SetMyProfile } from "../../contract.ts";
import { useAsked } from "../../mine/asked.ts";
import { Awaited } from "../../mine/awaited.tsx";
import { momentDay } from "../../mine/days.ts";
import { lookingPlace } from "../../mine/looking_path.ts";
import { EditForm } from "../../programmes/edit_form.tsx";
import { path } from "../../router.ts";
import { t } from "../../text/fluent.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Tick } from "../../ui/field.tsx";
import { Link } from "../../ui/link.tsx";
import { Page } from "../../ui/page.tsx";

import { draftOf, profileOf, ticked, type Draft, type Role } from "./profile.ts";
import { inWords, ProfileFields } from "./profile_fields.tsx";
import "../../accounts/pages.css";
import "../../mine/mine.css";
import "./profiles.css";

const TITLES: Record<Role, string> = { mentee: "looking-for", mentor: "can-give" };
const LEADS: Record<Role, string> = { mentee: "profile-lead-mentee", mentor: "profile-lead-mentor" };

export function LookingPage(): JSX.Element {
  const place = lookingPlace(path.value);
  const asked = useAsked<MyProfile>(place && `/me/profiles/${place.cohort}/${place.role}`);
  const role = place?.role ?? "mentee";
  return (
    <Page title={t(TITLES[role])}>
      <div class="looking">
        <p>{t(LEADS[role])}</p>
        <p class="who-reads">{t("profile-who-reads")}</p>
        {asked.value ? <Mine mine={asked.value} onSaved={asked.put} /> : <Awaited asked={asked} />}
      </div>
    </Page>
  );
}

function Mine({ mine, onSaved }: { mine: MyProfile; onSaved: (mine: MyProfile) => void }): JSX.Element {
  const http = useHttp();
  const { me } = useStudio();
  const door = `/me/profiles/${mine.cohort}/${mine.role}`;
  const { role, terms, excludes } = mine;
  const save = async (draft: Draft, version: number): Promise<void> => {
    const body: SetMyProfile = { version, profile: profileOf(draft), excludes: draft.excludes };
    onSaved(await http<MyProfile>("PUT", door, body));
  };
  const reread = async (): Promise<number> => {
    const newest = await http<MyProfile>("GET", door);
    onSaved(newest);
    return newest.version;
  };
  if (!mine.open) return <p class="soft">{t("profile-over")}</p>;
  return (
    <>
      {mine.said_by && mine.said_by.id !== me.id && (
        <p class="good">
          <Bdi text={t("profile-written-for-me", { name: mine.said_by.name, day: momentDay(mine.said_at, me) })} />
        </p>
      )}
      <EditForm
        newest={draftOf(mine.profile, excludes)} version={mine.version} save={save} reread={reread}
        inWords={(draft) => inWords(role, terms, draft)}
        next={
          <Link href="/" class="button quiet">
            {t("profile-done")}
          </Link>
        }
      >
        {(draft, set) => (
          <ProfileFields
            role={role} terms={terms} draft={draft} set={set} hours={<Hours said={mine.hours} />}
            excluded={
              <>
                <Wished ranking={mine.ranking} />
                <Excluded people={excludes} draft={draft} set={set} />
              </>
            }
          />
        )}
      </EditForm>
    </>
  );
}

const Hours = ({ said }: { said: boolean }): JSX.Element => (
  <section class="profile-hours">
    <h2>{t("profile-hours")}</h2>
    <p>
      {t(said ? "profile-hours-said" : "profile-hours-none")}{" "}
      <Link href="/hours">{t("my-hours")}</Link>
    </p>
  </section>
);

/** As the team understood me, in the order that it wrote down. */
function Wished({ ranking }: { ranking: MyProfile["ranking"] }): JSX.Element | null {
  if (ranking.length === 0) return null;
  return (
    <section class="profile-wished">
      <h3>{t("profile-wished")}</h3>
      <ol>
        {ranking.map((equals) => (
          <li key={equals[0]?.id}>
            {equals.map(({ id, name }, at) => (
              <Fragment key={id}>
                {at > 0 && ", "}
                <Bdi text={name} />
              </Fragment>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ExcludedProps {
  people: MyProfile["excludes"];
  draft: Draft;
  set: (change: Partial<Draft>) => void;
}

/** As the team understood me; what I take back it does not keep. */
function Excluded({ people, draft, set }: ExcludedProps): JSX.Element | null {
  if (people.length === 0) return null;
  return (
    <fieldset>
      <legend>{t("profile-excluded")}</legend>
      {people.map(({ id, name }) => (
        <Tick
          key={id} label={name} name={`excluded-${id}`} checked={draft.excludes.includes(id)}
          onTick={(on) => set({ excludes: ticked(draft.excludes, id, on) })}
        />
      ))}
    </fieldset>
  );
}
