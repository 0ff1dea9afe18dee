/** The end of a year, and the way back into preparation while nobody works together yet. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import type { CohortPage } from "../contract.ts";
import { inYear } from "../mine/days.ts";
import { t } from "../text/fluent.ts";
import { Part } from "../ui/page.tsx";
import { Ask } from "./people_list.tsx";
import type { SectionProps } from "./run_page.tsx";

export function EndingPart({ run, page }: SectionProps): JSX.Element | null {
  const { busy, fault, run: doIt } = useDoing();
  const [asking, setAsking] = useState(false);
  if (page.state !== "running" || !page.lead) return null;
  const set = (state: CohortPage["state"]): void =>
    void doIt(() => run.setState(state, page.version));
  return (
    <Part title={t("end-title")} state={<p class="soft">{t("end-lead", { day: inYear(page.end) })}</p>}>
      <Fault words={fault} />
      {asking ? (
        <Ask words={t("end-ask")} yes={t("end-year")} busy={busy} onYes={() => set("ended")} onNo={() => setAsking(false)} />
      ) : (
        <p class="row">
          <button type="button" class="quiet danger flush" onClick={() => setAsking(true)}>
            {t("end-year")}
          </button>
          {page.mentorships.length === 0 && (
            <button type="button" class="quiet" disabled={busy} onClick={() => set("draft")}>
              {t("back-to-draft")}
            </button>
          )}
        </p>
      )}
    </Part>
  );
}
