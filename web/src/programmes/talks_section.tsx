/** Who would like a talk with me. Nobody else of the team sees this, and nobody in a room. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp } from "../context.ts";
import type { AskedTalk, AskedTalks } from "../contract.ts";
import { useAsked } from "../mine/asked.ts";
import { Awaited } from "../mine/awaited.tsx";
import { inYear } from "../mine/days.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Part } from "../ui/page.tsx";
import { todayIn } from "./date_words.tsx";
import { Ask } from "./people_list.tsx";

export function TalksSection({ run }: { run: string }): JSX.Element {
  const asked = useAsked<AskedTalks>(`/cohorts/${encodeURIComponent(run)}/talks`);
  const { value, load } = asked;
  if (!value) return <Awaited asked={asked} />;
  const waiting = value.talks.filter(({ state }) => state === "waiting");
  const taken = value.talks.filter(({ state }) => state === "taken");
  return (
    <>
      <Part title={t("office-talks-waiting")} state={<p class="soft">{t(waiting.length === 0 ? "office-talks-none" : "office-talks-lead")}</p>}>
        <Talks talks={waiting} onChanged={load} />
      </Part>
      {taken.length > 0 && (
        <Part title={t("office-talks-taken")}>
          <Talks talks={taken} onChanged={load} />
        </Part>
      )}
    </>
  );
}

const Talks = ({ talks, onChanged }: { talks: readonly AskedTalk[]; onChanged: () => Promise<void> }): JSX.Element => (
  <ul class="rows">
    {talks.map((talk, at) => (
      <TalkRow key={talk.id} talk={talk} first={at === 0} onChanged={onChanged} />
    ))}
  </ul>
);

interface TalkRowProps {
  talk: AskedTalk;
  first: boolean;
  onChanged: () => Promise<void>;
}

function TalkRow({ talk, first, onChanged }: TalkRowProps): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [asking, setAsking] = useState(false);
  const door = `/talks/${encodeURIComponent(talk.id)}`;
  const act = (what: "take" | "close"): void =>
    void run(async () => {
      await http("POST", `${door}/${what}`);
      await onChanged();
    });
  const late = talk.answer_by < todayIn();
  return (
    <li class="entry">
      <div class="entry-words">
        <p>
          <strong>
            <Bdi text={talk.person.name} />
          </strong>{" "}
          <span class="soft">{talk.roles.map((role) => t(`role-${role}`)).join(", ")}</span>
        </p>
        <p>{t(`office-matter-${talk.matter}`)}</p>
        {talk.state === "waiting" && (
          <p class={late ? "soft late" : "soft"}>
            {t(late ? "answer-was-due" : "answer-due", { day: inYear(talk.answer_by) })}
          </p>
        )}
        {talk.as_deputy && <p class="soft">{t("office-talk-as-deputy")}</p>}
        <Fault words={fault} />
      </div>
      {talk.state === "waiting" && (
        <button
          type="button" class={first ? "main" : ""} disabled={busy} aria-label={t("office-talk-take-whose", { name: talk.person.name })}
          onClick={() => act("take")}
        >
          {busy ? t("one-moment") : t("office-talk-take")}
        </button>
      )}
      {talk.state === "taken" && !asking && (
        <button type="button" aria-label={t("office-talk-over-whose", { name: talk.person.name })} onClick={() => setAsking(true)}>
          {t("office-talk-over")}
        </button>
      )}
      {asking && (
        <Ask
          words={t("office-talk-over-ask", { name: talk.person.name })} yes={t("office-talk-over")} busy={busy}
          onYes={() => act("close")} onNo={() => setAsking(false)}
        />
      )}
    </li>
  );
}
