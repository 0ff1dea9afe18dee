/** Who has sent something to a call; a copy of one, or its end, by the wish of whose it is. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../../accounts/form.tsx";
import { useHttp, useStudio } from "../../context.ts";
import type { ApplicationRow, Applications, Done, OpenCall } from "../../contract.ts";
import { useAsked } from "../../mine/asked.ts";
import { Awaited } from "../../mine/awaited.tsx";
import { inYear, momentWhen } from "../../mine/days.ts";
import { Ask } from "../../programmes/people_list.tsx";
import { languageName } from "../../programmes/lines.ts";
import { t } from "../../text/fluent.ts";
import { Bdi } from "../../ui/bdi.tsx";

const OUTCOME_WORDS: Record<ApplicationRow["outcome"], string> = {
  none: "opencall-outcome-none", yes: "opencall-outcome-yes", reserve: "opencall-outcome-reserve", no: "opencall-outcome-no",
};

interface ApplicationListProps {
  call: OpenCall;
  onChanged: () => Promise<void>;
}

export function ApplicationList({ call, onChanged }: ApplicationListProps): JSX.Element {
  const asked = useAsked<Applications>(`/calls/${encodeURIComponent(call.id)}/applications`);
  if (!asked.value) return <Awaited asked={asked} />;
  const { applications } = asked.value;
  if (applications.length === 0) return <p>{t("opencall-nobody-yet")}</p>;
  return (
    <ul class="rows">
      {applications.map((one) => (
        <Row
          key={one.id} one={one}
          onRemoved={async () => {
            await asked.load();
            await onChanged();
          }}
        />
      ))}
    </ul>
  );
}

function Row({ one, onRemoved }: { one: ApplicationRow; onRemoved: () => Promise<void> }): JSX.Element {
  const http = useHttp();
  const { me } = useStudio();
  const { busy, fault, run } = useDoing();
  const [removing, setRemoving] = useState(false);
  const door = `/applications/${encodeURIComponent(one.id)}`;
  if (one.state === "withdrawn") {
    return (
      <li class="entry">
        <span class="soft">{t("opencall-withdrawn", { day: inYear(one.purge_on) })}</span>
      </li>
    );
  }
  const remove = (): void =>
    void run(async () => {
      await http<Done>("DELETE", door);
      await onRemoved();
    });
  return (
    <li class="entry-block">
      <div class="entry">
        <p class="entry-words">
          <strong>
            <Bdi text={one.organisation || one.name} />
          </strong>
          {one.organisation && (
            <span class="block">
              <Bdi text={one.name} />
            </span>
          )}
          <span class="soft block">
            {t(one.part === "mentor" ? "opencall-as-mentor" : "opencall-as-mentee")} · {languageName(one.language)}
            {one.files > 0 && <> · {t("opencall-files", { count: one.files })}</>}
            {one.sent_at !== null && <> · {t("opencall-sent-at", { when: momentWhen(one.sent_at, me) })}</>}
          </span>
          {one.again && <span class="wish block">{t("opencall-again")}</span>}
        </p>
        <span class="soft">{t(OUTCOME_WORDS[one.outcome])}</span>
      </div>
      <details class="entry-acts">
        <summary>{t("opencall-wishes")}</summary>
        <p class="soft">{t("opencall-wishes-help")}</p>
        <Fault words={fault} />
        {removing ? (
          <Ask
            words={t("opencall-delete-ask", { name: one.name })} yes={t("opencall-delete")} busy={busy} onYes={remove}
            onNo={() => setRemoving(false)}
          />
        ) : (
          <p class="row">
            <a class="button quiet" href={`/api/v1${door}/copy`} download>
              {t("opencall-copy")}
            </a>
            <button type="button" class="quiet danger" onClick={() => setRemoving(true)}>
              {t("opencall-delete")}
            </button>
          </p>
        )}
      </details>
    </li>
  );
}
