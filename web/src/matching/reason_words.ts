/** Why two people fit, and what to know before, in the reader's words: the server tells codes, terms are the run's own. */
import type { Reason } from "../contract.ts";
import { callCountries } from "../programmes/countries.ts";
import { language, locale, t } from "../text/fluent.ts";
import { worded } from "../text/worded.ts";
import { languageCalled } from "./languages.ts";

/** Whose eyes: one of the two, or the team's. */
export type Reader = "mentee" | "mentor" | "team";
export type Terms = Readonly<Record<string, Record<string, string>>>;

/** What speaks for it. Everything else is good to know before. */
const FOR = new Set(["needs_met", "disciplines_shared", "hours_shared", "language_shared", "two_countries", "can_learn"]);
/** Below, minutes say more. */
const HOURS_FROM_MINUTES = 120;
const HOUR_MINUTES = 60;

export const speaksFor = ({ code }: Reason): boolean => FOR.has(code);

export function reasonWords({ code, parameters }: Reason, reader: Reader, terms: Terms): string {
  return t(`reason-${code}`, { ...variables(parameters, terms), reader, time: timeWords(parameters) });
}

/** By the engine's own names. */
function variables(parameters: Reason["parameters"], terms: Terms): Record<string, string | number> {
  const words = (name: string, value: Reason["parameters"][string]): string | number => {
    if (Array.isArray(value)) return termList(value, terms);
    if (typeof value === "number") return value;
    if (name === "language") return languageCalled(value);
    if (name.endsWith("country")) return callCountries(locale.value)(value);
    return value;
  };
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, words(name, value)]));
}

/** Several in a row: a term may hold an "and" of its own. */
export const termList = (keys: readonly string[], terms: Terms): string =>
  keys.map((key) => worded(terms[key] ?? {}, language.value) || key).join(" · ");

const hours = (count: number): string => t("reason-time-hours", { count });

function timeWords(parameters: Reason["parameters"]): string {
  if ("hours" in parameters) return hours(Number(parameters["hours"]));
  const minutes = Number(parameters["minutes"] ?? 0);
  return minutes < HOURS_FROM_MINUTES ? t("reason-time-minutes", { count: minutes }) : hours(Math.floor(minutes / HOUR_MINUTES));
}
