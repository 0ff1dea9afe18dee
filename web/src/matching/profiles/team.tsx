/** What everybody of a year looks for or can give, what is still missing, and what the team does about it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import type { CohortProfiles, PersonProfile } from "../../contract.ts";
import { useAsked } from "../../mine/asked.ts";
import { Awaited } from "../../mine/awaited.tsx";
import type { SectionProps } from "../../programmes/run_page.tsx";
import { locale, t } from "../../text/fluent.ts";
import { compareNames, listOfNames } from "../../text/order.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Choice } from "../../ui/field.tsx";
import { Part } from "../../ui/page.tsx";
import { ListIn } from "./list_in.tsx";
import { Pool } from "./pool.tsx";
import { MISSING } from "./profile_fields.tsx";
import { TermsPart } from "./terms_part.tsx";
import { Written } from "./written.tsx";
import "./profiles.css";

const SHOWN = ["all", "missing", "mentee", "mentor"] as const;
type Shown = (typeof SHOWN)[number];
const SHOWN_WORDS: Record<Shown, string> = {
  all: "profiles-all", missing: "profiles-missing", mentee: "role-mentee", mentor: "role-mentor",
};

export const keyOf = ({ person, role }: PersonProfile): string => `${person.id} ${role}`;

export function Team({ page }: SectionProps): JSX.Element {
  const door = `/cohorts/${encodeURIComponent(page.id)}/profiles`;
  const asked = useAsked<CohortProfiles>(door);
  const [shown, setShown] = useState<Shown>("all");
  const [open, setOpen] = useState<string | null>(null);
  const [bringing, setBringing] = useState(false);
  const { value } = asked;
  if (!value) return <Awaited asked={asked} />;
  const goesOn = page.state !== "ended";
  const put = (one: PersonProfile): void =>
    asked.put({ ...value, profiles: value.profiles.map((each) => (keyOf(each) === keyOf(one) ? one : each)) });
  return (
    <>
      <Part
        title={t("profiles-title")} doing={bringing}
        state={<Standing profiles={value.profiles} />}
        actions={
          value.profiles.length > 0 && (
            <>
              <a class="button quiet" href={`/api/v1${door}.csv`} download>
                {t("profiles-out")}
              </a>
              {goesOn && !bringing && (
                <button type="button" class="quiet" onClick={() => setBringing(true)}>
                  {t("profiles-in")}
                </button>
              )}
            </>
          )
        }
      >
        {bringing && (
          <ListIn
            door={door} onDone={async () => {
              setBringing(false);
              await asked.load();
            }}
            onCancel={() => setBringing(false)}
          />
        )}
        {value.profiles.length === 0 && <p>{t("profiles-none")}</p>}
        {value.profiles.length > 0 && (
          <Choice
            label={t("profiles-show")} value={shown} onChoose={(next) => setShown(next as Shown)}
            options={SHOWN.map((one) => ({ value: one, label: t(SHOWN_WORDS[one]) }))}
          />
        )}
        <ul class="rows profile-rows">
          {chosen(value.profiles, shown).map((one) => (
            <li key={keyOf(one)} class="entry-block">
              {open === keyOf(one) ? (
                <Written
                  door={door} one={one} all={value.profiles} terms={value.terms} goesOn={goesOn} onSaved={put}
                  onClose={() => setOpen(null)}
                />
              ) : (
                <button type="button" class="entry-button" aria-expanded={false} onClick={() => setOpen(keyOf(one))}>
                  <Line one={one} />
                </button>
              )}
            </li>
          ))}
        </ul>
      </Part>
      <Pool page={page} onAsked={asked.load} />
      <TermsPart page={page} profiles={value.profiles} />
    </>
  );
}

/** Mentees first, since their needs are where it begins; in the order of the reader's alphabet. */
function chosen(profiles: readonly PersonProfile[], shown: Shown): PersonProfile[] {
  const compare = compareNames(locale.value);
  return profiles
    .filter((one) => shown === "all" || (shown === "missing" ? one.missing.length > 0 : one.role === shown))
    .sort((a, b) => a.role.localeCompare(b.role) || compare(a.person.name, b.person.name));
}

function Standing({ profiles }: { profiles: readonly PersonProfile[] }): JSX.Element {
  const whole = profiles.filter(({ missing }) => missing.length === 0).length;
  return (
    <>
      <p class="soft">{t("profiles-lead")}</p>
      {profiles.length > 0 && <p>{t("profiles-whole", { count: whole, all: profiles.length })}</p>}
    </>
  );
}

function Line({ one }: { one: PersonProfile }): JSX.Element {
  const missing = one.missing.map((what) => t(MISSING[what]));
  return (
    <span class="profile-line">
      <strong>
        <Bdi text={one.person.name} />
      </strong>
      <span class="soft">
        {t(`role-${one.role}`)}
        {one.role === "mentor" && ` · ${t("profiles-takes", { count: one.profile.capacity ?? 1 })}`}
        {!one.hours && ` · ${t("profiles-no-hours")}`}
      </span>
      {missing.length > 0 ? (
        <span class="profile-missing">
          {one.version === 1 ? t("profiles-nothing") : t("profiles-lacks", { what: listOfNames(missing, locale.value) })}
        </span>
      ) : (
        <span class="profile-need" dir="auto">
          {one.profile.need}
        </span>
      )}
    </span>
  );
}
