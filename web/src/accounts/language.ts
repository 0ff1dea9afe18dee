/** Which language the screen begins in, before anybody is known, and that this browser keeps it. */
import { safeStorage } from "../live/storage.ts";
import { setLanguage } from "../text/fluent.ts";
import { chooseLanguage, type Language } from "../text/languages.ts";

const KEY = "atelje.language";

export function startLanguage(): Language {
  const kept = safeStorage()?.getItem(KEY);
  return chooseLanguage(kept ? [kept] : navigator.languages);
}

export function keepLanguage(chosen: Language): void {
  safeStorage()?.setItem(KEY, chosen);
  void setLanguage(chosen);
}
