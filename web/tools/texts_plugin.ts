/**
 * Gives the client its texts as modules, one per part and language, and a table that fetches them; stops a build whose
 * texts are not whole.
 */
import type { Plugin } from "vite";

import { compile, findFaults, LANGUAGES, PARTS, readTexts, type Language, type Part } from "./texts.ts";

const TABLE = "virtual:texts";
const PREFIX = "virtual:text/";

export function texts(): Plugin {
  return {
    name: "atelje-texts",
    buildStart() {
      if (process.env.VITEST) return;
      const faults = findFaults();
      if (faults.length > 0) this.error(`The texts are not whole:\n  ${faults.join("\n  ")}`);
    },
    resolveId(id) {
      return id === TABLE || id.startsWith(PREFIX) ? `\0${id}` : null;
    },
    load(id) {
      if (id === `\0${TABLE}`) return table();
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const module = modules().find(([, , name]) => id === `\0${name}`);
      if (!module) return this.error(`There are no texts ${id}.`);
      const [language, part] = module;
      return `export default ${JSON.stringify(compile(readTexts(language, part)))};`;
    },
  };
}

const modules = (): [Language, Part, name: string][] =>
  LANGUAGES.flatMap((language) => PARTS.map((part): [Language, Part, string] => [language, part, `${PREFIX}${part}/${language}`]));

/** `{ sl: { first: () => import(…), … }, … }` */
function table(): string {
  const rows = LANGUAGES.map((language) => {
    const parts = modules().filter(([own]) => own === language);
    return `${JSON.stringify(language)}: {${parts.map(([, part, name]) => `${JSON.stringify(part)}: () => import("${name}")`).join()}}`;
  });
  return `export const SOURCES = {${rows.join()}};`;
}
