/** The languages of the screens: how each names itself, and which one stands in for one that we lack. */

export const LANGUAGES = ["sr-Cyrl", "sr-Latn", "hr", "mk", "sl", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const OWN_NAMES: Record<Language, string> = {
  "sr-Cyrl": "Српски (ћирилица)",
  "sr-Latn": "Srpski (latinica)",
  hr: "Hrvatski",
  mk: "Македонски",
  sl: "Slovenščina",
  en: "English",
};

/** For dates, numbers and the order of letters, with the habits of the place. */
export const LOCALES: Record<Language, string> = {
  "sr-Cyrl": "sr-Cyrl-RS",
  "sr-Latn": "sr-Latn-RS",
  hr: "hr-HR",
  mk: "mk-MK",
  sl: "sl-SI",
  en: "en-GB",
};

const STAND_INS: Record<string, Language> = { bs: "hr", sh: "sr-Latn", cnr: "sr-Latn", sq: "en", tr: "en", pt: "en" };

/** The language to show to who asks for these, the most wanted first. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = matchLanguage(tag);
    if (found) return found;
  }
  return "en";
}

function matchLanguage(tag: string): Language | undefined {
  const [language = "", ...rest] = tag.toLowerCase().split(/[-_]/);
  if (language === "sr") return rest.includes("latn") ? "sr-Latn" : "sr-Cyrl";
  return LANGUAGES.find((known) => known === language) ?? STAND_INS[language];
}
