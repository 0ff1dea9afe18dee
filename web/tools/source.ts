/**
 * Rules of this client that the compiler does not know: text never becomes markup, no style by attribute, and every
 * message id that the code asks for is there and every one that is there is asked for.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { readShapes, readTexts } from "./texts.ts";

const SOURCE = fileURLToPath(new URL("../src/", import.meta.url));

const FORBIDDEN: [pattern: RegExp, why: string][] = [
  [/\b(inner|outer)HTML\b|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/, "text must never become markup"],
  [/\bstyle=/, "the server's policy refuses style attributes; use a class"],
  [/\beval\(|new Function\(/, "the server's policy refuses code from text"],
  [/console\.(log|debug)/, "nobody reads a console; what a person must know stands on the screen"],
  [/https?:\/\/(?!\))[a-z0-9]/i, "no request leaves the origin"],
  [/\bas any\b|: any\b|@ts-ignore/, "say the type"],
];
/** Ids that are put together from a word of the contract. */
const BUILT =
  /^(kind|role|ending|greeting|theme|key|refused|step|year|partner|arrival|pairing|pair|group|did|need|numbers|office|letter|pulse|own|goal|month|moment|way|weekday|fault|agreement|halfway|work|demand|find|matching|reason|rule|weight|setting|objective|language-level|quota|point-prompt|proposal-(as|gives|skills|reason)|proposing-(state|says|order))-/;

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
export function findSourceFaults(): string[] {
  return [...files.flatMap(findInFile), ...findTextFaults()];
}

function findInFile(name: string): string[] {
  return readFileSync(SOURCE + name, "utf8").split("\n").flatMap((line, place) =>
    FORBIDDEN.filter(([pattern]) => !isComment(line) && pattern.test(line))
      .map(([, why]) => `src/${name}:${place + 1}: ${why}`),
  );
}

function isComment(line: string): boolean {
  return /^\s*(\/\/|\/?\*)/.test(line);
}

function findTextFaults(): string[] {
  const code = files.map((name) => readFileSync(SOURCE + name, "utf8")).join("\n");
  const known = new Set(readShapes(readTexts("en")).shapes.keys());
  const asked = [...code.matchAll(/\bt\(\s*"([\w-]+)"/g)].map((found) => found[1]!);
  const missing = asked.filter((id) => !known.has(id)).map((id) => `src: t("${id}") has no text`);
  const unused = [...known].filter((id) => !BUILT.test(id) && !code.includes(`"${id}"`));
  return [...missing, ...unused.map((id) => `text: ${id} is shown nowhere`)];
}
