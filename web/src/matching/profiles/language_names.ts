/** Languages by their names in the reader's, and what a level means in words. */
import { locale, t } from "../../text/fluent.ts";

const LEVEL_WORDS: Record<number, string> = {
  1: "profile-level-a1", 2: "profile-level-a2", 3: "profile-level-b1", 4: "profile-level-b2", 5: "profile-level-c1",
  6: "profile-level-c2",
};

/** A browser without Macedonian names them as the neighbours do, and none has a name for Montenegrin alone. */
export function callLanguages(): (tag: string) => string {
  const names = new Intl.DisplayNames(locale.value.startsWith("mk") ? [locale.value, "sr-Cyrl-RS"] : [locale.value], {
    type: "language",
  });
  return (tag) => (tag === "cnr" ? t("profile-montenegrin") : (names.of(tag) ?? tag));
}

export const levelWords = (level: number): string => t(LEVEL_WORDS[level] ?? "profile-level-c2");
