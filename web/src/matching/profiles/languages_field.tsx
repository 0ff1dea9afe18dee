/** The languages that somebody speaks, each with what they can do in it, in words. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { t } from "../../text/fluent.ts";
import { Icon } from "../../ui/icon.tsx";
import { callLanguages, levelWords } from "./language_names.ts";
import { LANGUAGES, LEVELS } from "./profile.ts";

interface LanguagesFieldProps {
  languages: Readonly<Record<string, number>>;
  onLanguages: (languages: Record<string, number>) => void;
}

export function LanguagesField({ languages, onLanguages }: LanguagesFieldProps): JSX.Element {
  const called = callLanguages();
  const lines = Object.entries(languages);
  const place = useRef<HTMLFieldSetElement>(null);
  const count = useRef(lines.length);
  useEffect(() => {
    // A line that was just added is the one to be filled.
    if (lines.length > count.current) place.current?.querySelector<HTMLElement>("li:last-child select")?.focus();
    count.current = lines.length;
  }, [lines.length]);
  const free = LANGUAGES.filter((tag) => !(tag in languages));
  const put = (at: number, line: [string, number]): void =>
    onLanguages(Object.fromEntries(lines.map((before, other) => (other === at ? line : before))));
  return (
    <fieldset class="speaks" ref={place}>
      <legend>{t("profile-languages")}</legend>
      <p class="help">{t("profile-languages-help")}</p>
      <ul>
        {lines.map(([tag, level], at) => (
          <li key={at} class="speaks-line">
            <select aria-label={t("profile-language")} value={tag} onChange={(event) => put(at, [event.currentTarget.value, level])}>
              {[...new Set([tag, ...free])].map((other) => (
                <option key={other} value={other}>
                  {called(other)}
                </option>
              ))}
            </select>
            <select
              aria-label={t("profile-level-of", { language: called(tag) })} value={String(level)}
              onChange={(event) => put(at, [tag, Number(event.currentTarget.value)])}
            >
              {LEVELS.map((each) => (
                <option key={each} value={String(each)}>
                  {levelWords(each)}
                </option>
              ))}
            </select>
            <button
              type="button" class="quiet round" aria-label={t("profile-language-remove", { language: called(tag) })}
              onClick={() => onLanguages(Object.fromEntries(lines.filter((_, other) => other !== at)))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {free.length > 0 && lines.length < 12 && (
        <button
          type="button" class="quiet add"
          onClick={() => onLanguages({ ...languages, [free[0]!]: lines.length === 0 ? 6 : 4 })}
        >
          {t("profile-language-add")}
        </button>
      )}
    </fieldset>
  );
}
