/** Choosing among the applications to a call: one plain list, who reads, the letters, and who comes in. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import type { Selection, SelectionRow } from "../../contract.ts";
import { useAsked } from "../../mine/asked.ts";
import { Awaited } from "../../mine/awaited.tsx";
import { inYear } from "../../mine/days.ts";
import { ROLES } from "../../mine/roles.ts";
import { runPath } from "../../programmes/place.ts";
import { path } from "../../router.ts";
import { language, t } from "../../text/fluent.ts";
import { worded } from "../../text/worded.ts";
import { Choice } from "../../ui/field.tsx";
import { Bdi } from "../../ui/bdi.tsx";
import { Link } from "../../ui/link.tsx";
import { Page, Part } from "../../ui/page.tsx";
import { DecidePart } from "./decide.tsx";
import { LettersPart } from "./letters.tsx";
import { ReviewersPart } from "./reviewers.tsx";
import { TakingInPart } from "./taking_in.tsx";
import { INTERVIEWS, OUTCOMES, TENDENCIES, type Outcome } from "./words.ts";
import "../../accounts/pages.css";
import "../../mine/mine.css";
import "../../programmes/office.css";
import "./selecting.css";

export function ChoosingPage(): JSX.Element {
  const call = /^\/selection\/([A-Za-z0-9_-]{1,64})$/.exec(path.value)?.[1] ?? "";
  const asked = useAsked<Selection>(`/calls/${encodeURIComponent(call)}/selection`);
  const found = asked.value;
  return (
    <Page title={t("selecting-choosing-title")}>
      <div class="office">
        {!found && <Awaited asked={asked} />}
        {found && (
          <>
            <div class="part">
              <p class="lead">{worded(found.titles, language.value)}</p>
              <p class="soft">{t("selecting-choosing-lead", { day: inYear(found.purge_on) })}</p>
              <p>
                <Link href={runPath(found.cohort)}>{t("to-the-year")}</Link>
              </p>
            </div>
            <ListPart found={found} onChanged={asked.load} />
            <ReviewersPart found={found} onChanged={asked.put} />
            <LettersPart found={found} onChanged={asked.load} />
            <TakingInPart found={found} onChanged={asked.put} />
          </>
        )}
      </div>
    </Page>
  );
}

function ListPart({ found, onChanged }: { found: Selection; onChanged: () => Promise<void> }): JSX.Element {
  const [shown, setShown] = useState<Outcome | "all">("all");
  const [open, setOpen] = useState<string | null>(null);
  const rows = found.applications.filter(({ outcome }) => shown === "all" || outcome === shown);
  const counted = (outcome: Outcome): number => found.applications.filter((row) => row.outcome === outcome).length;
  return (
    <Part
      title={t("selecting-choosing-list")} state={<p class="soft">{t("selecting-choosing-count", { count: found.applications.length })}</p>}
    >
      {found.applications.length === 0 && <p>{t("selecting-choosing-none")}</p>}
      {found.applications.length > 0 && (
        <Choice
          label={t("selecting-choosing-shown")} value={shown} onChoose={(value) => setShown(value as Outcome | "all")}
          options={[
            { value: "all", label: t("selecting-choosing-all") },
            ...(Object.keys(OUTCOMES) as Outcome[]).map((value) => ({
              value, label: `${t(OUTCOMES[value])} (${counted(value)})`,
            })),
          ]}
        />
      )}
      <ul class="rows">
        {rows.map((row) => (
          <li key={row.id} class="entry-block">
            <button
              type="button" class="entry-button" aria-expanded={open === row.id}
              onClick={() => setOpen(open === row.id ? null : row.id)}
            >
              <RowWords row={row} />
            </button>
            {open === row.id && (
              <DecidePart
                row={row} onChanged={onChanged}
                onGone={async () => {
                  setOpen(null);
                  await onChanged();
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Name, what they want, where the readers lean in words, who has not read yet, and how many do not. */
function RowWords({ row }: { row: SelectionRow }): JSX.Element {
  return (
    <>
      <span class="entry-words">
        <strong>
          <Bdi text={row.name} />
        </strong>{" "}
        <span class="soft">{t(ROLES[row.part])}</span>
        <span class="block" dir="auto">
          {row.need}
        </span>
        {row.leanings.length > 0 && (
          <span class="block">
            {row.leanings.map(({ by, tendency }, place) => (
              <span key={by.id}>
                {place > 0 && " · "}
                <Bdi text={by.name} />: {t(TENDENCIES[tendency])}
              </span>
            ))}
          </span>
        )}
        <span class="soft block">
          {row.unread.length > 0 && (
            <>
              {t("selecting-choosing-unread")} <Bdi text={row.unread.map(({ name }) => name).join(", ")} />
            </>
          )}
          {row.unread.length > 0 && row.conflicts > 0 && " · "}
          {row.conflicts > 0 && t("selecting-choosing-conflicts", { count: row.conflicts })}
        </span>
      </span>
      <span class={row.outcome === "none" ? "arrival awaited" : "arrival"}>
        {t(OUTCOMES[row.outcome])}
        {row.told !== null && row.told === row.outcome && <span class="block soft">{t("selecting-choosing-told")}</span>}
        {row.interview && <span class="block soft">{t(INTERVIEWS[row.interview.state])}</span>}
      </span>
    </>
  );
}
