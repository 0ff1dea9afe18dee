/**
 * Weighs what a first visit loads and stops a build that is too heavy: the page, everything that the first screen
 * and an open room need at once, the texts and fonts of the heaviest language. Scripts and styles count compressed.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

type OutputBundle = Rolldown.OutputBundle;
type OutputChunk = Rolldown.OutputChunk;

const LIMIT = 150 * 1024;
const FONTS_OF_FIRST_SCREEN = ["text-latin", "text-latin-ext", "text-cyrillic", "heading-latin", "heading-latin-ext", "heading-cyrillic"];

const compressed = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length;

export function weight(): Plugin {
  return {
    name: "atelje-weight",
    apply: "build",
    writeBundle(options, bundle) {
      const parts = weigh(bundle);
      const page = readFileSync(`${options.dir ?? fileURLToPath(new URL("../dist", import.meta.url))}/index.html`);
      parts.set("index.html", compressed(page));
      const sum = [...parts.values()].reduce((total, size) => total + size, 0);
      const lines = [...parts].map(([name, size]) => `  ${(size / 1024).toFixed(1).padStart(6)} KiB  ${name}`);
      const report = `First load ${(sum / 1024).toFixed(1)} KiB of ${LIMIT / 1024}:\n${lines.join("\n")}`;
      if (sum > LIMIT) this.error(`Too heavy. ${report}`);
      this.info(report);
    },
  };
}

function weigh(bundle: OutputBundle): Map<string, number> {
  const parts = new Map<string, number>();
  const styles = new Set<string>();
  for (const chunk of chunksOfFirstLoad(bundle)) {
    parts.set(chunk.fileName, compressed(chunk.code));
    chunk.viteMetadata?.importedCss.forEach((name) => styles.add(name));
  }
  for (const asset of Object.values(bundle)) {
    if (asset.type !== "asset") continue;
    if (styles.has(asset.fileName)) parts.set(asset.fileName, compressed(asset.source));
    const font = FONTS_OF_FIRST_SCREEN.find((name) => new RegExp(`/${name}-[\\w-]{8}\\.woff2$`).test(asset.fileName));
    if (font) parts.set(asset.fileName, asset.source.length);
  }
  const texts = Object.values(bundle).filter((part) => part.type === "chunk" && isText(part));
  const heaviest = Math.max(...texts.map((part) => compressed((part as OutputChunk).code)));
  parts.set("texts of the heaviest language", heaviest);
  return parts;
}

const isText = (chunk: OutputChunk): boolean => (chunk.facadeModuleId ?? "").includes("virtual:text/first/");

/** The entry, all that it imports, and the parts that an open room needs at once. */
function chunksOfFirstLoad(bundle: OutputBundle): OutputChunk[] {
  const found = new Map<string, OutputChunk>();
  const take = (name: string): void => {
    const chunk = bundle[name];
    if (!chunk || chunk.type !== "chunk" || found.has(name)) return;
    found.set(name, chunk);
    chunk.imports.forEach(take);
  };
  for (const part of Object.values(bundle)) {
    if (part.type === "chunk" && (part.isEntry || /\/src\/(live\/connection|studio)\.ts$/.test(part.facadeModuleId ?? ""))) {
      take(part.fileName);
    }
  }
  return [...found.values()];
}
