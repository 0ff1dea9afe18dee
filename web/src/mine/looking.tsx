/** While a year is being prepared: what I am asked to say, so that the team finds the right pair. */
import type { JSX } from "preact";

import type { MyPart, MyProfile } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Link } from "../ui/link.tsx";
import { Worded } from "../ui/worded.tsx";
import { useAsked } from "./asked.ts";
import { LOOKING, lookingPath, type LookingRole } from "./looking_path.ts";

const LEADS: Record<LookingRole, string> = { mentee: "looking-lead-mentee", mentor: "looking-lead-mentor" };

export function Looking({ parts }: { parts: readonly MyPart[] }): JSX.Element {
  const prepared = parts.filter(({ cohort }) => cohort.state === "draft");
  return (
    <>
      {prepared.flatMap((part) =>
        LOOKING.filter(({ role }) => part.roles.includes(role)).map(({ role, words }) => (
          <Asked key={`${part.cohort.id} ${role}`} part={part} role={role} words={words} />
        )),
      )}
    </>
  );
}

function Asked({ part, role, words }: { part: MyPart; role: LookingRole; words: string }): JSX.Element | null {
  const asked = useAsked<MyProfile>(`/me/profiles/${part.cohort.id}/${role}`);
  if (!asked.value) return null;
  const said = asked.value.version > 1;
  return (
    <section class="home-part card looking-card" aria-labelledby={`looking-${part.cohort.id}-${role}`}>
      <h2 id={`looking-${part.cohort.id}-${role}`}>{t(words)}</h2>
      <p class="soft">
        <Worded names={part.programme_names} /> · {t("looking-title")}
      </p>
      {!said && <p>{t(LEADS[role])}</p>}
      <p class="row">
        <Link href={lookingPath(part.cohort.id, role)} class={said ? "button quiet" : "button main"}>
          {t(said ? "looking-said" : "looking-say")}
        </Link>
      </p>
    </section>
  );
}
