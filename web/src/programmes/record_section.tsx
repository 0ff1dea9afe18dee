/** Who changed what, and when: never a word of what anybody wrote. */
import type { JSX } from "preact";

import { Fault } from "../accounts/form.tsx";
import { useStudio } from "../context.ts";
import type { Act } from "../contract.ts";
import { useActs } from "../mine/acts.ts";
import { Awaited } from "../mine/awaited.tsx";
import { dayName, timeOfDay } from "../text/dates.ts";
import { locale, t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Part } from "../ui/page.tsx";
import type { SectionProps } from "./run_page.tsx";

export function RecordSection({ page }: SectionProps): JSX.Element {
  const asked = useActs(`/cohorts/${encodeURIComponent(page.id)}/audit`);
  const { read, busy, fault, run, load } = asked;
  if (!read) return <Awaited asked={asked} />;
  return (
    <Part title={t("record-title")} state={<p class="soft">{t(read.acts.length === 0 ? "record-none" : "record-lead")}</p>}>
      <ul class="rows">
        {read.acts.map((act) => (
          <ActRow key={act.id} act={act} />
        ))}
      </ul>
      <Fault words={fault} />
      {read.earlier && (
        <p class="row">
          <button type="button" disabled={busy} onClick={() => void run(load)}>
            {busy ? t("one-moment") : t("record-earlier")}
          </button>
        </p>
      )}
    </Part>
  );
}

function ActRow({ act }: { act: Act }): JSX.Element {
  const { me } = useStudio();
  const at = `${dayName(act.at, Date.now(), locale.value, me.zone)}, ${timeOfDay(act.at, locale.value, me.zone)}`;
  return (
    <li class="entry">
      <p class="entry-words">
        {t(`did-${act.kind}`)}
        {act.about && (
          <>
            {" "}
            <strong>
              <Bdi text={act.about.name} />
            </strong>
          </>
        )}
        <span class="soft block">
          {act.by ? <Bdi text={act.by.name} /> : t("act-by-itself")} · {at}
        </span>
      </p>
    </li>
  );
}
