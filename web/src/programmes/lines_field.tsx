/** Words in several languages, one below the other; another language is one press away. */
import type { JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

import { t } from "../text/fluent.ts";
import { Icon } from "../ui/icon.tsx";
import { languageName, languagesFor, type Lines } from "./lines.ts";

interface LinesFieldProps {
  label: string;
  help?: string;
  name: string;
  lines: Lines;
  onLines: (lines: Lines) => void;
  /** Whole sentences and not names. */
  long?: boolean;
  required?: boolean;
}

export function LinesField({ label, help, name, lines, onLines, long = false, required = false }: LinesFieldProps): JSX.Element {
  const id = useId();
  const place = useRef<HTMLFieldSetElement>(null);
  const count = useRef(lines.length);
  useEffect(() => {
    // A line that was just added is the one to be written.
    if (lines.length > count.current) place.current?.querySelector<HTMLElement>("li:last-child :is(input, textarea)")?.focus();
    count.current = lines.length;
  }, [lines.length]);
  const change = (at: number, line: readonly [string, string]): void =>
    onLines(lines.map((before, other) => (other === at ? line : before)));
  const [next] = languagesFor(lines, "").filter((tag) => tag !== "");
  return (
    <fieldset class="lines" ref={place} {...(help ? { "aria-describedby": `${id}-help` } : {})}>
      <legend>{label}</legend>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <ul>
        {lines.map(([tag, words], at) => (
          <li key={at} class={long ? "line long" : "line"}>
            <select
              value={tag} aria-label={t("language")} onChange={(event) => change(at, [event.currentTarget.value, words])}
            >
              {languagesFor(lines, tag).map((other) => (
                <option key={other} value={other} lang={other}>
                  {languageName(other)}
                </option>
              ))}
            </select>
            {long ? (
              <textarea
                name={`${name}-${at}`} aria-label={`${label}, ${languageName(tag)}`} lang={tag} dir="auto" rows={3}
                value={words} onInput={(event) => change(at, [tag, event.currentTarget.value])}
              />
            ) : (
              <input
                name={`${name}-${at}`} aria-label={`${label}, ${languageName(tag)}`} lang={tag} dir="auto"
                autocomplete="off" required={required && at === 0} value={words}
                onInput={(event) => change(at, [tag, event.currentTarget.value])}
              />
            )}
            {lines.length > 1 && (
              <button
                type="button" class="quiet round" aria-label={t("line-remove", { language: languageName(tag) })}
                onClick={() => onLines(lines.filter((_, other) => other !== at))}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {next && (
        <button type="button" class="quiet add" onClick={() => onLines([...lines, [next, ""]])}>
          {t("line-add")}
        </button>
      )}
    </fieldset>
  );
}
