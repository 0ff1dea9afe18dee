/** Where a meeting is, or under which number: kept here until the server has it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { t } from "../../../text/fluent.ts";
import { Field } from "../../../ui/field.tsx";

interface PlaceWordsProps {
  words: string;
  telephone: boolean;
  busy: boolean;
  onSay: (words: string) => void;
}

export function PlaceWords({ words, telephone, busy, onSay }: PlaceWordsProps): JSX.Element {
  const [written, setWritten] = useState<string | null>(null);
  const send = (event: Event): void => {
    event.preventDefault();
    if (written !== null && written !== words) onSay(written);
  };
  return (
    <form class="place-words" onSubmit={send}>
      <Field
        label={t(telephone ? "where-number" : "where-which")} maxLength={300} dir="auto" value={written ?? words}
        onInput={(event) => setWritten(event.currentTarget.value)}
      />
      {written !== null && written !== words && (
        <button type="submit" disabled={busy}>{t("call-save")}</button>
      )}
    </form>
  );
}
