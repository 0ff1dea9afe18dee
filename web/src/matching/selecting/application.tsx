/** What somebody wrote, as it is read: what they want before all else, then the rest, and their files. */
import type { JSX } from "preact";

import type { Answered, ReviewedApplication, ReviewFile } from "../../contract.ts";
import { momentDay } from "../../mine/days.ts";
import { useStudio } from "../../context.ts";
import { language, locale, t } from "../../text/fluent.ts";
import { worded } from "../../text/worded.ts";
import { ROLES } from "../../mine/roles.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { LEVELS } from "./words.ts";

const KIB = 1024;

export function ApplicationWords({ one }: { one: ReviewedApplication }): JSX.Element {
  const { me } = useStudio();
  return (
    <article class="application" aria-label={one.name}>
      <p class="soft">
        {t(ROLES[one.part])}
        {one.organisation && (
          <>
            {" · "}
            <Bdi text={one.organisation} />
          </>
        )}
        {one.people.map((name) => (
          <span key={name}>
            {" · "}
            <Bdi text={name} />
          </span>
        ))}
        {` · ${t("selecting-review-sent", { day: momentDay(one.sent_at, me) })}`}
      </p>
      {one.need && (
        <p class="need" dir="auto">
          {one.need}
        </p>
      )}
      <dl class="answers-given">
        {one.answers.map((answer) => (
          <div key={answer.key}>
            <dt>{worded(answer.names, language.value)}</dt>
            <dd dir="auto">{inWords(answer)}</dd>
          </div>
        ))}
      </dl>
      {one.files.length > 0 && (
        <ul class="review-files" aria-label={t("selecting-review-files")}>
          {one.files.map((file) => (
            <li key={file.id}>
              <a href={fileOf(one.id, file)} download={file.name} class="button quiet">
                <Bdi text={file.name} />
              </a>{" "}
              <span class="soft">{t("selecting-review-kib", { size: Math.max(1, Math.round(file.size / KIB)) })}</span>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

const fileOf = (application: string, file: ReviewFile): string =>
  `/api/v1/applications/${encodeURIComponent(application)}/files/${encodeURIComponent(file.id)}`;

function inWords(answer: Answered): string {
  if (answer.kind === "country") return nameOf("region", answer.words);
  if (answer.chosen.length > 0) return answer.chosen.map((names) => worded(names, language.value)).join(", ");
  const levels = Object.entries(answer.levels);
  if (levels.length > 0) return levels.map(([tag, level]) => `${nameOf("language", tag)}: ${t(LEVELS[level - 1]!)}`).join(", ");
  return answer.words;
}

/** What a browser has no name for is shown as it is. */
function nameOf(type: "region" | "language", code: string): string {
  try {
    return new Intl.DisplayNames(locale.value, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
