/** What is done for me besides the talk itself, in five levels, and of which I would like more. */
import type { JSX } from "preact";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { MySupport, RunSupport, WishSupport } from "../contract.ts";
import { language, t } from "../text/fluent.ts";
import { worded } from "../text/worded.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Page, Part } from "../ui/page.tsx";
import { useAsked } from "./asked.ts";
import { Awaited } from "./awaited.tsx";
import { inYear } from "./days.ts";
import { LEVELS, type Level } from "./levels.ts";
import "../accounts/pages.css";
import "./mine.css";

const WHAT: Record<Level, string> = {
  mentoring: "level-mentoring-what",
  education: "level-education-what",
  networking: "level-networking-what",
  promotion: "level-promotion-what",
  team: "level-team-what",
};

export function SupportPage(): JSX.Element {
  const asked = useAsked<MySupport>("/me/support");
  const runs = asked.value?.runs ?? [];
  const take = (changed: RunSupport): void =>
    asked.put({ runs: runs.map((run) => (run.cohort === changed.cohort ? changed : run)) });
  return (
    <Page title={t("support-title")}>
      <div class="part">
        <p>{t("support-lead")}</p>
      </div>
      {!asked.value && <Awaited asked={asked} />}
      {asked.value && runs.length === 0 && (
        <div class="part">
          <p>{t("support-none")}</p>
        </div>
      )}
      {runs.map((run) => (
        <Run key={run.cohort} run={run} named={runs.length > 1} onChanged={take} />
      ))}
    </Page>
  );
}

function Run({ run, named, onChanged }: { run: RunSupport; named: boolean; onChanged: (run: RunSupport) => void }): JSX.Element {
  const { studio } = useStudio();
  const part = studio.programmes.parts.value?.find(({ cohort }) => cohort.id === run.cohort);
  return (
    <>
      {named && part && (
        <div class="part">
          <p class="lead">{worded(part.programme_names, language.value)}</p>
        </div>
      )}
      {(Object.keys(LEVELS) as Level[]).map((level) => (
        <OneLevel key={level} run={run} level={level} over={part?.cohort.state === "ended"} onChanged={onChanged} />
      ))}
    </>
  );
}

interface OneLevelProps {
  run: RunSupport;
  level: Level;
  over: boolean;
  onChanged: (run: RunSupport) => void;
}

function OneLevel({ run, level, over, onChanged }: OneLevelProps): JSX.Element {
  const http = useHttp();
  const { busy, fault, run: doing } = useDoing();
  const given = run.given.filter((one) => one.level === level);
  const wished = run.wishes.includes(level);
  const wish = (): void =>
    void doing(async () => {
      const asked: WishSupport = { cohort: run.cohort, level, wished: !wished };
      onChanged(await http<RunSupport>("POST", "/me/support/wish", asked));
    });
  return (
    <Part
      title={t(LEVELS[level])} state={<p class="soft">{t(WHAT[level])}</p>}
      actions={
        !over && (
          <button type="button" class="quiet" aria-pressed={wished} disabled={busy} onClick={wish}>
            {t(wished ? "support-wished" : "support-wish")}
          </button>
        )
      }
    >
      {given.length > 0 ? (
        <ul class="given">
          {given.map((one) => (
            <li key={one.id}>
              <Bdi text={one.words} />
              <span class="soft">
                {inYear(one.day)} · <Bdi text={one.by.name} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">{t("support-nothing-yet")}</p>
      )}
      <Fault words={fault} />
    </Part>
  );
}
