/** The language of the screen, chosen before anybody is signed in. */
import type { JSX } from "preact";

import { safeStorage } from "../live/storage.ts";
import { language, setLanguage, t } from "../text/fluent.ts";
import { chooseLanguage, LANGUAGES, OWN_NAMES, type Language } from "../text/languages.ts";
import { Choice } from "../ui/field.tsx";

const KEY = "atelje.language";

export function startLanguage(): Language {
  const kept = safeStorage()?.getItem(KEY);
  return chooseLanguage(kept ? [kept] : navigator.languages);
}

export function keepLanguage(chosen: Language): void {
  safeStorage()?.setItem(KEY, chosen);
  void setLanguage(chosen);
}

export const LANGUAGE_OPTIONS = LANGUAGES.map((value) => ({ value, label: OWN_NAMES[value], lang: value }));

export function LanguageChoice(): JSX.Element {
  return (
    <Choice
      label={t("language")}
      value={language.value}
      options={LANGUAGE_OPTIONS}
      onChoose={(value) => keepLanguage(value as Language)}
    />
  );
}
