/** One programme that I take part in: as what, until when, and whom I may ring up today. */
import type { JSX } from "preact";

import type { MyPart } from "../contract.ts";
import { language, locale, t } from "../text/fluent.ts";
import { listOfNames } from "../text/order.ts";
import { worded } from "../text/worded.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Link } from "../ui/link.tsx";
import { Worded } from "../ui/worded.tsx";
import { inYear } from "./days.ts";
import { LOOKING, lookingPath } from "./looking_path.ts";
import { ROLES } from "./roles.ts";

export function ProgrammeCard({ part }: { part: MyPart }): JSX.Element {
  const { cohort } = part;
  const own = worded(cohort.names, language.value);
  return (
    <article class="card programme">
      <h3>
        <Worded names={part.programme_names} />
      </h3>
      <p>
        {own !== "" && (
          <>
            <Worded names={cohort.names} />
            {" · "}
          </>
        )}
        {t("from-to", { from: inYear(cohort.start), to: inYear(cohort.end) })}
      </p>
      <p class="soft">
        {t("led-by-organisation")} <Worded names={part.organisation_names} />
      </p>
      <p>{t("my-part", { roles: listOfNames(part.roles.map((role) => t(ROLES[role])), locale.value) })}</p>
      {cohort.state === "ended" && <p class="soft">{t("run-ended")}</p>}
      {part.help && <Help name={part.help.name} phone={part.help.phone} />}
      {cohort.state !== "ended" &&
        LOOKING.filter(({ role }) => part.roles.includes(role)).map(({ role, words }) => (
          <p key={role}>
            <Link href={lookingPath(cohort.id, role)}>{t(words)}</Link>
          </p>
        ))}
      {part.roles.includes("mentee") && (
        <p>
          <Link href="/support">{t("support-title")}</Link>
        </p>
      )}
    </article>
  );
}

/** A telephone that a thumb can press. */
export const Help = ({ name, phone }: { name: string; phone: string }): JSX.Element => (
  <p class="help-line">
    <span>
      {t("help-today")} <Bdi text={name} />
    </span>
    <a class="button" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
      {phone}
    </a>
  </p>
);
