/** The words of the screen in the reader's language. `t` reads a signal: what shows words follows a change at once. */
import { computed, signal } from "@preact/signals";
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

import type { Problem } from "../contract.ts";
import { LOCALES, type Language } from "./languages.ts";

type Source = () => Promise<{ default: string }>;

const SOURCES: Record<Language, Source> = {
  "sr-Cyrl": () => import("virtual:text/sr-Cyrl"),
  "sr-Latn": () => import("virtual:text/sr-Latn"),
  hr: () => import("virtual:text/hr"),
  mk: () => import("virtual:text/mk"),
  sl: () => import("virtual:text/sl"),
  en: () => import("virtual:text/en"),
};

interface Words {
  language: Language;
  bundle: FluentBundle;
}

const words = signal<Words | null>(null);

export const language = computed<Language>(() => words.value?.language ?? "en");
export const locale = computed(() => LOCALES[language.value]);

/** Loads the texts of a language and shows them. Without a network the language before stays. */
export async function setLanguage(wanted: Language): Promise<void> {
  if (words.value?.language === wanted) return;
  const { default: source } = await SOURCES[wanted]();
  words.value = { language: wanted, bundle: bundleOf(wanted, source) };
  document.documentElement.lang = wanted;
}

export function bundleOf(wanted: Language, source: string): FluentBundle {
  // A browser without Macedonian at least writes its numbers as the neighbours do.
  const bundle = new FluentBundle(wanted === "mk" ? [LOCALES.mk, LOCALES["sr-Cyrl"]] : LOCALES[wanted]);
  bundle.addResource(new FluentResource(source));
  return bundle;
}

export function t(id: string, variables: Record<string, FluentVariable> = {}): string {
  const shown = words.value;
  const message = shown?.bundle.getMessage(id);
  if (!shown || !message?.value) return shown ? id : "";
  return shown.bundle.formatPattern(message.value, variables);
}

/** A refusal in words; a code that a newer server made up is at least said in its own words. */
export function refusalWords(problem: Problem): string {
  const id = `refused-${problem.code}`;
  if (!words.value?.bundle.hasMessage(id)) return problem.title;
  const { code: _code, title: _title, ...variables } = problem;
  return t(id, variables as Record<string, FluentVariable>);
}
