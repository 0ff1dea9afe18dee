/** What this one person would be told, as the mail has it; and other words for them alone. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useHttp } from "../../context.ts";
import type { ApplicantLetter, ReviewedApplication, SetLetter } from "../../contract.ts";
import { useAsked } from "../../mine/asked.ts";
import { Awaited } from "../../mine/awaited.tsx";
import { t } from "../../text/fluent.ts";
import { LetterForm } from "./letter_form.tsx";

export function OwnLetter({ one, told }: { one: ReviewedApplication; told: boolean }): JSX.Element {
  const http = useHttp();
  const address = `/applications/${encodeURIComponent(one.id)}/letter`;
  const asked = useAsked<ApplicantLetter>(address);
  const [editing, setEditing] = useState(false);
  const letter = asked.value;
  if (!letter) return <Awaited asked={asked} />;
  const keep = async (title: string, words: string): Promise<void> => {
    const wanted: SetLetter = { version: letter.version, title, words };
    asked.put(await http<ApplicantLetter>("PUT", address, wanted));
    setEditing(false);
  };
  return (
    <details class="own-letter">
      <summary>{t(told ? "selecting-letter-as-sent" : letter.own ? "selecting-letter-own" : "selecting-letter-as-all")}</summary>
      {editing ? (
        <LetterForm
          title={letter.title} words={letter.words} language={letter.language} onKeep={keep} onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          <article class="letter" lang={letter.language}>
            <h3 dir="auto">{letter.title}</h3>
            <p class="letter-words" dir="auto">
              {`${letter.greeting}\n\n${letter.words}\n\n${letter.closing}`}
            </p>
          </article>
          {!told && (
            <p class="row">
              <button type="button" class="quiet" onClick={() => setEditing(true)}>
                {t("selecting-letter-edit-own")}
              </button>
              {letter.own && (
                <button type="button" class="quiet" onClick={() => void asked.run(() => keep("", ""))}>
                  {t("selecting-letter-back")}
                </button>
              )}
            </p>
          )}
        </>
      )}
    </details>
  );
}
