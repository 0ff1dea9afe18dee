/** Why two people fit, and what to know before, in the reader's words: the server tells codes, terms are the run's own. */
import type { Reason } from "../contract.ts";
import { callCountries } from "../programmes/countries.ts";
import { language, locale, t } from "../text/fluent.ts";
import { worded } from "../text/worded.ts";

/** Whose eyes: one of the two, or the team's. */
export type Reader = "mentee" | "mentor" | "team";
export type Terms = Readonly<Record<string, Record<string, string>>>;

/** What speaks for it. Everything else is good to know before. */
const FOR = new Set(["needs_met", "disciplines_shared", "hours_shared", "language_shared", "two_countries", "can_learn"]);
const LEVELS = ["A1", "A2", "B1", "B2", "C1", "C2"];
/** Bosnian, Croatian, Montenegrin, Serbian: who speaks one understands the others. */
const TOGETHER: Record<string, readonly string[]> = { sh: ["bs", "hr", "sr"] };
/** Below, minutes say more. */
const HOURS_FROM_MINUTES = 120;
const HOUR_MINUTES = 60;

export const speaksFor = ({ code }: Reason): boolean => FOR.has(code);

export function reasonWords({ code, parameters }: Reason, reader: Reader, terms: Terms): string {
  const keys = parameters["skills"] ?? parameters["disciplines"] ?? parameters["traits"] ?? parameters["organisations"];
  const country = callCountries(locale.value);
  return t(`reason-${code}`, {
    ...numbers(parameters),
    reader,
    names: Array.isArray(keys) ? termList(keys, terms) : "",
    count: Array.isArray(keys) ? keys.length : Number(parameters["min_cross_pairs"] ?? 0),
    time: "hours" in parameters ? hours(Number(parameters["hours"])) : timeWords(Number(parameters["minutes"] ?? 0)),
    needed: timeWords(Number(parameters["needed"] ?? 0)),
    language: languageName(String(parameters["language"] ?? "")),
    level: LEVELS[Number(parameters["level"] ?? 0) - 1] ?? "",
    first: country(String(parameters["mentee_country"] ?? "RS")),
    second: country(String(parameters["mentor_country"] ?? "RS")),
    country: country(String(parameters["country"] ?? "RS")),
  });
}

/** Several in a row: a term may hold an "and" of its own. */
export const termList = (keys: readonly string[], terms: Terms): string =>
  keys.map((key) => worded(terms[key] ?? {}, language.value) || key).join(" · ");

function numbers(parameters: Reason["parameters"]): Record<string, number> {
  return Object.fromEntries(Object.entries(parameters).filter((pair): pair is [string, number] => typeof pair[1] === "number"));
}

const hours = (count: number): string => t("reason-time-hours", { count });

const timeWords = (minutes: number): string =>
  minutes < HOURS_FROM_MINUTES ? t("reason-time-minutes", { count: minutes }) : hours(Math.floor(minutes / HOUR_MINUTES));

export function languageName(tag: string): string {
  if (tag === "") return "";
  const shown = locale.value.startsWith("mk") ? [locale.value, "sr-Cyrl-RS"] : [locale.value];
  const names = new Intl.DisplayNames(shown, { type: "language" });
  return (TOGETHER[tag] ?? [tag]).map((one) => names.of(one) ?? one).join(" / ");
}
