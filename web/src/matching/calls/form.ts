/** A call while somebody types it: days and times as they stand on the wall of the year's home. */
import type { CallChoice, CallQuestion, CallWords } from "../../contract.ts";
import { linesInWords, linesOf, wordsOf, type Lines } from "../../programmes/lines.ts";
import { dayOf, timeOfDay } from "../../text/dates.ts";
import type { Language } from "../../text/languages.ts";
import { momentAt } from "../../text/wall_clock.ts";

export type Kind = CallQuestion["kind"];
export type Feeds = NonNullable<CallQuestion["feeds"]>;
export type Whom = CallWords["whom"];

export interface QuestionForm {
  /** Empty for one that is new: it gets its key when it is saved. */
  key: string;
  kind: Kind;
  names: Lines;
  hints: Lines;
  required: boolean;
  whom: Whom;
  /** One choice a line, in the same order in each language. */
  choices: Lines;
  keys: readonly string[];
  many: boolean;
  feeds: Feeds | "";
}

export interface CallForm {
  titles: Lines;
  leads: Lines;
  whom: Whom;
  opensDay: string;
  opensTime: string;
  closesDay: string;
  closesTime: string;
  purgeOn: string;
  slug: string;
  contact: string;
  questions: readonly QuestionForm[];
}

/** What an answer can become in a profile, by the kind of its question. */
export const FEEDS: Record<Kind, readonly Feeds[]> = {
  text: ["need", "goals"],
  long: ["need", "goals"],
  choice: [],
  country: ["country"],
  languages: ["languages"],
  terms: ["skills", "back", "disciplines", "traits", "requires"],
  file: [],
  access_needs: [],
};

export const KINDS = Object.keys(FEEDS) as Kind[];

export function formOf(call: CallWords, zone: string, reader: Language): CallForm {
  const words = Object.entries(call.words);
  return {
    titles: linesOf(Object.fromEntries(words.map(([tag, lead]) => [tag, lead.title])), reader),
    leads: linesOf(Object.fromEntries(words.map(([tag, lead]) => [tag, lead.words])), reader),
    whom: call.whom,
    opensDay: dayOf(call.opens_at, zone),
    opensTime: timeOfDay(call.opens_at, "en-GB", zone),
    closesDay: dayOf(call.closes_at, zone),
    closesTime: timeOfDay(call.closes_at, "en-GB", zone),
    purgeOn: call.purge_on,
    slug: call.slug,
    contact: call.contact,
    questions: call.questions.map((one) => questionForm(one, reader)),
  };
}

function questionForm(one: CallQuestion, reader: Language): QuestionForm {
  const choices = one.choices ?? [];
  const tags = [...new Set(choices.flatMap(({ names }) => Object.keys(names)))];
  const listed = Object.fromEntries(tags.map((tag) => [tag, choices.map(({ names }) => names[tag] ?? "").join("\n")]));
  return {
    key: one.key,
    kind: one.kind,
    names: linesOf(one.names, reader),
    hints: linesOf(one.hints ?? {}, reader),
    required: one.required ?? false,
    whom: one.whom ?? "both",
    choices: linesOf(listed, reader),
    keys: choices.map(({ key }) => key),
    many: one.many ?? false,
    feeds: one.feeds ?? "",
  };
}

export const newQuestion = (tags: readonly string[]): QuestionForm => ({
  key: "", kind: "long", names: tags.map((tag) => [tag, ""]), hints: tags.map((tag) => [tag, ""]), required: false,
  whom: "both", choices: tags.map((tag) => [tag, ""]), keys: [], many: false, feeds: "",
});

export function callOf(form: CallForm, zone: string): CallWords {
  const titles = wordsOf(form.titles);
  const leads = wordsOf(form.leads);
  const languages = Object.keys(titles);
  return {
    slug: form.slug.trim(),
    whom: form.whom,
    opens_at: momentAt(form.opensDay, form.opensTime, zone) ?? 0,
    closes_at: momentAt(form.closesDay, form.closesTime, zone) ?? 0,
    purge_on: form.purgeOn,
    languages,
    words: Object.fromEntries(languages.map((tag) => [tag, { title: titles[tag] ?? "", words: leads[tag] ?? "" }])),
    questions: keyed(form.questions).map(questionOf),
    contact: form.contact.trim(),
  };
}

/** New ones get a key that none of the others has. */
function keyed(questions: readonly QuestionForm[]): QuestionForm[] {
  const taken = new Set(questions.map(({ key }) => key));
  return questions.map((one) => {
    if (one.key !== "") return one;
    const key = fresh("q", taken);
    taken.add(key);
    return { ...one, key };
  });
}

function fresh(start: string, taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`${start}${number}`)) number += 1;
  return `${start}${number}`;
}

function questionOf(one: QuestionForm): CallQuestion {
  const feeds = one.feeds !== "" && FEEDS[one.kind].includes(one.feeds) ? one.feeds : null;
  return {
    key: one.key,
    kind: one.kind,
    names: wordsOf(one.names),
    hints: wordsOf(one.hints),
    required: one.kind !== "access_needs" && one.required,
    whom: one.whom,
    choices: one.kind === "choice" ? choicesOf(one) : [],
    many: one.kind === "terms" || one.many,
    feeds: one.kind === "terms" ? (feeds ?? "skills") : feeds,
  };
}

function choicesOf({ choices, keys }: QuestionForm): CallChoice[] {
  const listed = Object.entries(wordsOf(choices)).map(([tag, words]) => [tag, words.split("\n")] as const);
  const most = Math.max(0, ...listed.map(([, words]) => words.length));
  return Array.from({ length: most }, (_, at) => ({
    key: keys[at] ?? fresh("c", new Set([...keys, ...Array.from({ length: at }, (__, before) => `c${before + 1}`)])),
    names: Object.fromEntries(listed.map(([tag, words]) => [tag, (words[at] ?? "").trim()]).filter(([, word]) => word !== "")),
  }));
}

export const inWords = (one: QuestionForm): string => linesInWords(one.names);
