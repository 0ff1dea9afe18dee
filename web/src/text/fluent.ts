/** The words of the screen in the reader's language. `t` reads a signal: what shows words follows a change at once. */
import { computed, signal } from "@preact/signals";
import { FluentBundle, type FluentVariable } from "@fluent/bundle";
import { SOURCES, type Messages, type Part } from "virtual:texts";

import type { Problem } from "../contract.ts";
import { LOCALES, type Language } from "./languages.ts";

interface Words {
  language: Language;
  parts: ReadonlySet<Part>;
  bundle: FluentBundle;
}

const words = signal<Words | null>(null);
/** What the screens that were shown so far need. */
const needed = new Set<Part>(["first"]);
let wanted: Language = "en";

export const language = computed<Language>(() => words.value?.language ?? "en");
export const locale = computed(() => LOCALES[language.value]);

/** Loads the texts of a language and shows them. Without a network the language before stays. */
export async function setLanguage(chosen: Language): Promise<void> {
  wanted = chosen;
  if (words.value?.language !== chosen) await load();
}

/** Loads what a screen says besides the words of the first one, now and in every language chosen later. */
export async function needTexts(...parts: Part[]): Promise<void> {
  for (const part of parts) needed.add(part);
  const shown = words.value;
  if (shown && parts.some((part) => !shown.parts.has(part))) await load();
}

async function load(): Promise<void> {
  const [chosen, parts] = [wanted, new Set(needed)];
  const messages = await fetchTexts(chosen, parts);
  // Another language or another screen was asked for meanwhile.
  if (chosen !== wanted || parts.size < needed.size) return load();
  words.value = { language: chosen, parts, bundle: bundleOf(chosen, messages) };
  document.documentElement.lang = chosen;
}

async function fetchTexts(chosen: Language, parts: Iterable<Part>): Promise<Messages> {
  const sources = await Promise.all([...parts].map((part) => SOURCES[chosen][part]()));
  return Object.assign({}, ...sources.map((source) => source.default)) as Messages;
}

/** Words to be copied, in whoever's language: without invisible marks, which would become a part of a link. */
export async function textIn(
  chosen: Language, part: Part, id: string, variables: Record<string, FluentVariable>,
): Promise<string> {
  return write(bundleOf(chosen, await fetchTexts(chosen, [part]), false), id, variables);
}

/** `isolated`: invisible marks keep the direction of a name apart from that of the words around it. */
export function bundleOf(wanted: Language, messages: Messages, isolated = true): FluentBundle {
  // A browser without Macedonian at least writes its numbers as the neighbours do.
  const bundle = new FluentBundle(wanted === "mk" ? [LOCALES.mk, LOCALES["sr-Cyrl"]] : LOCALES[wanted], {
    useIsolating: isolated,
  });
  bundle.addResource({ body: Object.entries(messages).map(([id, value]) => ({ id, value, attributes: {} })) });
  return bundle;
}

export function t(id: string, variables: Record<string, FluentVariable> = {}): string {
  const shown = words.value;
  return shown ? write(shown.bundle, id, variables) : "";
}

function write(bundle: FluentBundle, id: string, variables: Record<string, FluentVariable>): string {
  const message = bundle.getMessage(id);
  return message?.value ? bundle.formatPattern(message.value, variables) : id;
}

/**
 * A refusal in words; a code that a newer server made up is at least said in its own words. No first screen needs them,
 * so they come with the first that does.
 */
export function refusalWords(problem: Problem): string {
  const id = `refused-${problem.code}`;
  if (!words.value?.bundle.hasMessage(id)) {
    if (!needed.has("refusals")) needTexts("refusals").catch(() => undefined);
    return problem.title;
  }
  const { code: _code, title: _title, ...variables } = problem;
  return t(id, variables as Record<string, FluentVariable>);
}
