import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

import { fonts } from "./tools/fonts.ts";
import { texts } from "./tools/texts_plugin.ts";
import { weight } from "./tools/weight.ts";

/** Where `npm run dev` finds the server. */
const SERVER = process.env.ATELJE_DEV_SERVER ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [texts(), fonts(), weight()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: { alias: { entities: fileURLToPath(new URL("tools/entities.ts", import.meta.url)) } },
  build: {
    target: "es2022",
    // The policy of the server lets fonts and scripts come from files of this origin only, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What the first screen needs is one file, also where later parts need some of it: small files compress badly.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } } },
  },
  server: {
    proxy: {
      "/api": SERVER,
      "/connection": { target: SERVER, ws: true },
    },
  },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    // With the same table of characters as in the build.
    server: { deps: { inline: ["markdown-it"] } },
  },
});
