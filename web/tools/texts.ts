/**
 * The texts of the screens: reads the files in web/text/<language>, derives sr-Latn from sr-Cyrl, and finds what is missing:
 * a message, a variable, a plural form that the language has, or a word of the code that no screen may show.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FluentResource, type Message as Compiled } from "@fluent/bundle";
import { FluentParser, Message, Resource, SelectExpression, VariableReference, Visitor } from "@fluent/syntax";

import { latin } from "./latin.ts";

export const LANGUAGES = ["sr-Cyrl", "sr-Latn", "hr", "mk", "sl", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Files, and one folder, whose words come with the pages that show them. All other files come with the first screen,
 * which has to stay light.
 */
export const LATER = [
  "door", "me", "invitations", "mine", "programmes", "gatherings", "refusals", "things", "extras", "hours",
  "matching/selecting", "matching", "profiles",
] as const;
/** What is fetched as one: the words of the first screen, or one of the later files. */
export const PARTS = ["first", ...LATER] as const;
export type Part = (typeof PARTS)[number];

/** Words as they are formatted, by name. */
export type Messages = Record<string, Compiled["value"]>;

/** The language whose messages the others are compared with. */
const MEASURE: Language = "en";
const FOLDER = fileURLToPath(new URL("../text/", import.meta.url));
/** Words of mails: the server's alone, held to the same rules, and no part of the client. */
const MAILS = fileURLToPath(new URL("../../server/post/text/", import.meta.url));
const CATEGORIES = new Set(["zero", "one", "two", "few", "many", "other"]);

/** All the words of a language, or those of one part. */
export function readTexts(language: Language, part?: Part): string {
  if (language === "sr-Latn") return latin(readTexts("sr-Cyrl", part));
  const folder = `${FOLDER}${language}/`;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ftl")).sort();
  const wanted = files.filter((name) => part === undefined || part === partOf(name));
  return wanted.map((name) => readFileSync(folder + name, "utf8").normalize("NFC")).join("\n");
}

/** Read here, so that no browser has to bring what reads them. */
export const compile = (source: string): Messages =>
  Object.fromEntries(new FluentResource(source).body.map(({ id, value }) => [id, value]));

function partOf(file: string): Part {
  return LATER.find((part) => file === `${part}.ftl` || file.startsWith(`${part}/`)) ?? "first";
}

export function readMails(language: Language): string {
  if (language === "sr-Latn") return latin(readMails("sr-Cyrl"));
  const files = readdirSync(MAILS, { recursive: true, encoding: "utf8" }).sort();
  const own = files.filter((name) => name === `${language}.ftl` || name.endsWith(`/${language}.ftl`));
  return own.map((name) => readFileSync(MAILS + name, "utf8").normalize("NFC")).join("\n");
}

export const bySources = (read: (language: Language) => string): Map<Language, string> =>
  new Map(LANGUAGES.map((language) => [language, read(language)]));

/** What a message consists of, as far as the languages must agree on it. */
interface Shape {
  text: string;
  variables: Set<string>;
  /** A mail's message has its subject, its button … as parts. */
  parts: string[];
  /** By variable: the plural categories that the message tells apart. */
  plurals: Map<string, Set<string>>;
}

class ShapeReader extends Visitor {
  readonly variables = new Set<string>();
  readonly plurals = new Map<string, Set<string>>();

  override visitVariableReference(node: VariableReference): void {
    this.variables.add(node.id.name);
  }

  override visitSelectExpression(node: SelectExpression): void {
    const keys = node.variants.map(({ key }) => String("name" in key ? key.name : key.value));
    if (node.selector instanceof VariableReference && keys.some((key) => CATEGORIES.has(key) && key !== "other")) {
      this.plurals.set(node.selector.id.name, new Set(keys));
    }
    this.genericVisit(node);
  }
}

export function readShapes(source: string): { shapes: Map<string, Shape>; faults: string[] } {
  const resource: Resource = new FluentParser({ withSpans: true }).parse(source);
  const shapes = new Map<string, Shape>();
  const faults: string[] = [];
  for (const part of resource.body) {
    if (part.type === "Junk") faults.push(`can't be read: ${part.content.trim().split("\n")[0]}`);
    if (!(part instanceof Message)) continue;
    if (shapes.has(part.id.name)) faults.push(`${part.id.name}: is there twice`);
    const reader = new ShapeReader();
    reader.visit(part);
    const text = source.slice(part.span?.start ?? 0, part.span?.end ?? 0);
    const parts = part.attributes.map((attribute) => attribute.id.name).sort();
    shapes.set(part.id.name, { text, variables: reader.variables, parts, plurals: reader.plurals });
  }
  return { shapes, faults };
}

export function readForbidden(): Map<string, string[]> {
  const forbidden = new Map<string, string[]>();
  for (const line of readFileSync(`${FOLDER}forbidden.txt`, "utf8").normalize("NFC").split("\n")) {
    const [languages, words] = line.split("#")[0]!.split(":");
    if (!languages || !words) continue;
    for (const language of languages.trim().split(/\s+/)) {
      forbidden.set(language, [...(forbidden.get(language) ?? []), ...words.split(",").map((word) => word.trim())]);
    }
  }
  return forbidden;
}

export function findFaults(
  sources: Map<Language, string> = bySources(readTexts),
  forbidden: Map<string, string[]> = readForbidden(),
): string[] {
  const faults: string[] = [];
  const measure = readShapes(sources.get(MEASURE) ?? "").shapes;
  for (const [language, source] of sources) {
    const read = readShapes(source);
    const say = (what: string): number => faults.push(`${language}: ${what}`);
    read.faults.forEach(say);
    for (const id of measure.keys()) if (!read.shapes.has(id)) say(`${id}: is missing`);
    for (const [id, shape] of read.shapes) {
      compareShape(id, shape, measure.get(id), language, say);
      findForbidden(id, shape, [...(forbidden.get(language) ?? []), ...(forbidden.get("all") ?? [])], say);
    }
  }
  return faults;
}

function compareShape(
  id: string, shape: Shape, measure: Shape | undefined, language: Language, say: (what: string) => void,
): void {
  if (!measure) return say(`${id}: is in no other language`);
  if (shape.parts.join() !== measure.parts.join()) say(`${id}: has other parts: ${shape.parts.join(", ")}`);
  for (const name of shape.variables) if (!measure.variables.has(name)) say(`${id}: $${name} is given by nobody`);
  for (const name of measure.plurals.keys()) if (!shape.plurals.has(name)) say(`${id}: has no plural forms of $${name}`);
  for (const [name, categories] of shape.plurals) {
    for (const category of categoriesOf(language)) {
      if (!categories.has(category)) say(`${id}: the plural form [${category}] of $${name} is missing`);
    }
  }
}

const needed = new Map<Language, string[]>();

function categoriesOf(language: Language): string[] {
  const known = needed.get(language) ?? new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  needed.set(language, known);
  return known;
}

/** Where the word of an application is meant: nowhere else may it be shown, since it is that of a report too. */
const OF_APPLICATIONS = /appl|call|outcome|select|review|interview|conflict|letter-(?:yes|reserve|no)|nobody_else_decides|choosing|taking-in/;
const APPLICATION = /^(?:prijav|пријав)/;

function findForbidden(id: string, shape: Shape, ruledOut: string[], say: (what: string) => void): void {
  const words = OF_APPLICATIONS.test(id) ? ruledOut.filter((word) => !APPLICATION.test(word)) : ruledOut;
  const text = shape.text.slice(shape.text.indexOf("=") + 1).replace(/\{\s*\$[^}]*->|\{\s*\$\w+\s*\}/g, " ");
  if (!patternOf(words).test(text)) return;
  for (const word of words) if (patternOf([word]).test(text)) say(`${id}: shows the word “${word}”`);
}

const patterns = new Map<string, RegExp>();

/** Any of these words; one that ends in * stands for all that begins so. Read once for hundreds of messages. */
function patternOf(words: string[]): RegExp {
  const key = words.join();
  const known = patterns.get(key);
  if (known) return known;
  const any = words.map((word) => {
    const stem = word.replace(/\*$/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return word.endsWith("*") ? stem : `${stem}(?!\\p{L})`;
  });
  const pattern = new RegExp(words.length > 0 ? `(?<!\\p{L})(?:${any.join("|")})` : "(?!)", "iu");
  patterns.set(key, pattern);
  return pattern;
}
