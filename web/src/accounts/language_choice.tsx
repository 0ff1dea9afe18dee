/** The language of the screen, chosen before anybody is signed in. */
import type { JSX } from "preact";

import { language, t } from "../text/fluent.ts";
import { LANGUAGES, OWN_NAMES, type Language } from "../text/languages.ts";
import { Choice } from "../ui/field.tsx";
import { keepLanguage } from "./language.ts";

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
