/** My first screen beside the list of my rooms: what is new to me, what comes next, my people, whom to ring up. */
import type { JSX } from "preact";

import { useStudio } from "../context.ts";
import type { MySignals } from "../contract.ts";
import { Greeting } from "../rooms/greeting.tsx";
import { t } from "../text/fluent.ts";
import { Link } from "../ui/link.tsx";
import { Again } from "./again.tsx";
import { useAsked } from "./asked.ts";
import { Bulletins } from "./bulletins.tsx";
import { Dates } from "./dates.tsx";
import { Looking } from "./looking.tsx";
import { coordinated, Office } from "./office.tsx";
import { People } from "./people.tsx";
import { ProgrammeCard } from "./programme_card.tsx";
import { ProposedToMe } from "./proposed.tsx";
import { Foreseen, Questions } from "./questions.tsx";
import { ToRead } from "./to_read.tsx";
import { WhenCouldI } from "./when.tsx";

export function Home(): JSX.Element {
  const { studio } = useStudio();
  const parts = studio.programmes.parts.value ?? [];
  const led = coordinated(parts);
  const signals = useAsked<MySignals>("/me/signals");
  return (
    <section class="home" aria-label={t("my-programmes")}>
      <div class="wide-only">
        <Greeting />
      </div>
      {led.length > 0 && <Office parts={led} />}
      <ProposedToMe />
      <Looking parts={parts} />
      <People parts={parts} />
      <WhenCouldI />
      <ToRead />
      <Questions asked={signals} />
      <Bulletins />
      {led.length === 0 && <Dates />}
      <Foreseen asked={signals} />
      {parts.some(({ roles }) => roles.includes("mentor") || roles.includes("alumna")) && <Again />}
      <section class="home-part">
        <h2>{t("my-programmes")}</h2>
        {parts.map((part) => (
          <ProgrammeCard key={part.cohort.id} part={part} />
        ))}
        <ul class="menu-links">
          <li>
            <Link href="/changes" class="button quiet">
              {t("changes-title")}
            </Link>
          </li>
          {parts.some(({ roles }) => roles.includes("safeguarding")) && (
            <li>
              <Link href="/shown" class="button quiet">
                {t("shown-title")}
              </Link>
            </li>
          )}
          {parts.some(({ cohort, roles }) => cohort.state === "ended" || roles.includes("alumna")) && (
            <li>
              <Link href="/alumni" class="button quiet">
                {t("alumni-title")}
              </Link>
            </li>
          )}
          {parts.some(({ roles }) => roles.some((role) => role === "mentee" || role === "alumna")) && (
            <li>
              <Link href="/my-page" class="button quiet">
                {t("public-page-title")}
              </Link>
            </li>
          )}
        </ul>
      </section>
    </section>
  );
}
