/** A labelled field of several lines, with how much room is left once it gets narrow. */
import type { JSX } from "preact";
import { useId } from "preact/hooks";

import { t } from "../text/fluent.ts";

interface TextAreaProps {
  label: string;
  lang?: string;
  limit: number;
  value: string;
  rows?: number;
  onWrite: (words: string) => void;
}

const NEAR = 100;

export function TextArea({ label, lang, limit, value, rows = 3, onWrite }: TextAreaProps): JSX.Element {
  const id = useId();
  const left = limit - [...value].length;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id} rows={rows} dir="auto" lang={lang} value={value} aria-describedby={`${id}-left`} aria-invalid={left < 0}
        onInput={(event) => onWrite(event.currentTarget.value)}
      />
      <p class={left < 0 ? "limit over" : "limit"} id={`${id}-left`} role="status">
        {left < 0 ? t("too-many-letters", { count: -left }) : left < NEAR ? t("letters-left", { count: left }) : ""}
      </p>
    </div>
  );
}
