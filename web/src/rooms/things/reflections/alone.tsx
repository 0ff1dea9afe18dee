/** Questions that one answers for oneself alone. */
import type { JSX } from "preact";

import { TextArea } from "../../../mine/text_area.tsx";
import { t } from "../../../text/fluent.ts";
import { Icon } from "../../../ui/icon.tsx";
import type { Own, Question } from "./own_pages.ts";

const ANSWER_LIMIT = 4_000;

interface AloneProps {
  own: Own;
  page: string;
  questions: readonly Question[];
  /** In front of the code of a question. */
  prefix: string;
}

export function Alone({ own, page, questions, prefix }: AloneProps): JSX.Element {
  const answers = own.pages?.get(page);
  if (own.pages === null) return <p class="soft">{t(own.failed ? "no-answer" : "one-moment")}</p>;
  const { saving } = own;
  return (
    <>
      {questions.map((question) => (
        <TextArea
          key={question} label={t(`${prefix}-${question}`)} limit={ANSWER_LIMIT} rows={3} value={answers?.get(question) ?? ""}
          onWrite={(text) => own.write(page, question, text)}
        />
      ))}
      <p class="soft" role="status">
        {typeof saving === "object" ? (
          <>
            <Icon name="alert" /> {saving.refused}
          </>
        ) : (
          t(`own-${saving}`)
        )}
      </p>
    </>
  );
}

export const OnlyMe = (): JSX.Element => (
  <p class="soft">
    <Icon name="eye" /> {t("own-only-me")}
  </p>
);
