/**
 * Cuts the font files that the first screen needs: the letters of our languages in the weights that we use.
 * Every other letter (a guest's name, a quotation) comes from the uncut files of the same fonts, only when it occurs.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import type { Plugin } from "vite";

interface Cut {
  name: string;
  source: string;
  letters: string;
  weight: number | { min: number; max: number };
  features: readonly string[];
}

const CACHE = fileURLToPath(new URL("../.cache/fonts/", import.meta.url));
const resolve = createRequire(import.meta.url).resolve;

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, step) => String.fromCodePoint(from + step)).join("");

const LATIN = range(0x20, 0x7e) + range(0xa0, 0xff) + "–—‘’‚“”„•…‹›€−";
/** Headings hold words; a sign of arithmetic in one comes from the uncut file. */
const HEADING_LATIN = range(0x41, 0x5a) + range(0x61, 0x7a) + range(0x30, 0x3a) + " !&'(),-./;?" + "ÁÂÃÄÅÇÉÊÍÓÔÕÖÚÜáâãäåçéêëíóôõöúü«»–—’‚“”„…·";
const LATIN_EXT = "ĆćČčĐđĞğİıŁłŃńŐőŚśŞşŠšŰűŹźŻżŽž";
/** Serbian and Macedonian; the stress on Ѐ and Ѝ is written. */
const CYRILLIC_SMALL = "абвгдђѓежзѕијклљмнњопрстћќуфхцчџшѐѝ";
const CYRILLIC = CYRILLIC_SMALL + CYRILLIC_SMALL.toUpperCase();

const TEXT = "@fontsource-variable/source-sans-3/files/source-sans-3";
const HEADING = "@fontsource-variable/vollkorn/files/vollkorn";
const TEXT_WEIGHTS = { min: 400, max: 700 };
/** What browsers use by themselves. Small capitals, fractions, raised figures … would bring letters that nobody asks for. */
const ALWAYS = ["ccmp", "locl", "mark", "mkmk", "kern", "liga", "clig", "calt", "rlig", "rclt"];
/** Figures of one width, as our styles ask for them; those of headings are old-style until they ask for others. */
const TEXT_FEATURES = [...ALWAYS, "tnum", "lnum"];
const HEADING_FEATURES = [...ALWAYS, "lnum"];

const CUTS: Cut[] = [
  { name: "text-latin", source: `${TEXT}-latin-wght-normal.woff2`, letters: LATIN, weight: TEXT_WEIGHTS, features: TEXT_FEATURES },
  { name: "text-latin-ext", source: `${TEXT}-latin-ext-wght-normal.woff2`, letters: LATIN_EXT, weight: TEXT_WEIGHTS, features: TEXT_FEATURES },
  { name: "text-cyrillic", source: `${TEXT}-cyrillic-wght-normal.woff2`, letters: CYRILLIC, weight: TEXT_WEIGHTS, features: TEXT_FEATURES },
  { name: "heading-latin", source: `${HEADING}-latin-wght-normal.woff2`, letters: HEADING_LATIN, weight: 600, features: HEADING_FEATURES },
  { name: "heading-latin-ext", source: `${HEADING}-latin-ext-wght-normal.woff2`, letters: LATIN_EXT, weight: 600, features: HEADING_FEATURES },
  { name: "heading-cyrillic", source: `${HEADING}-cyrillic-wght-normal.woff2`, letters: CYRILLIC, weight: 600, features: HEADING_FEATURES },
];

async function cut(font: Cut): Promise<void> {
  const whole = readFileSync(resolve(font.source));
  const stamp = createHash("sha256").update(whole).update(JSON.stringify(font)).digest("hex");
  const file = `${CACHE}${font.name}.woff2`;
  const stampFile = `${CACHE}${font.name}.stamp`;
  if (existsSync(file) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  const small = await subsetFont(whole, font.letters, {
    targetFormat: "woff2", variationAxes: { wght: font.weight }, keepFeatures: [...font.features],
  });
  writeFileSync(file, small);
  writeFileSync(stampFile, stamp);
}

export function fonts(): Plugin {
  return {
    name: "atelje-fonts",
    async buildStart() {
      if (process.env.VITEST) return;
      mkdirSync(CACHE, { recursive: true });
      for (const font of CUTS) await cut(font);
    },
  };
}
