/** Gives the client its texts as modules, one per language, and stops a build whose texts are not whole. */
import type { Plugin } from "vite";

import { findFaults, LANGUAGES, readTexts, type Language } from "./texts.ts";

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
      return id.startsWith(PREFIX) ? `\0${id}` : null;
    },
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const language = LANGUAGES.find((known) => id === `\0${PREFIX}${known}`);
      if (!language) return this.error(`There is no language ${id}.`);
      return `export default ${JSON.stringify(withoutComments(readTexts(language satisfies Language)))};`;
    },
  };
}

const withoutComments = (source: string): string =>
  source.split("\n").filter((line) => !line.startsWith("#") && line.trim() !== "").join("\n");
