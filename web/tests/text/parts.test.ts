import { expect, test, vi } from "vitest";

import { needTexts, setLanguage, t } from "../../src/text/fluent.ts";
import { LANGUAGES, LATER, PARTS, readShapes, readTexts } from "../../tools/texts.ts";

// All of a page that showing a language touches.
vi.stubGlobal("document", { documentElement: {} });

test("every message is in one part, and no part is empty", () => {
  for (const language of LANGUAGES) {
    const parts = PARTS.map((part) => readShapes(readTexts(language, part)).shapes.size);
    expect(Math.min(...parts)).toBeGreaterThan(0);
    expect(parts.reduce((sum, size) => sum + size)).toBe(readShapes(readTexts(language)).shapes.size);
  }
});

test("the first screen's words need no others", () => {
  const first = readTexts("en", "first");
  for (const part of LATER) for (const id of readShapes(readTexts("en", part)).shapes.keys()) {
    expect(first).not.toMatch(new RegExp(`^${id} =`, "m"));
  }
});

test("a later part is there in the language of the screen, and in one that is chosen afterwards", async () => {
  await setLanguage("en");
  expect(t("invite")).toBe("invite");
  await needTexts("invitations");
  expect(t("invite")).toBe("Make the invitation");
  await setLanguage("sl");
  expect(t("invite")).toBe("Naredi vabilo");
});

test("a language and a part that are asked for in one breath are both there", async () => {
  await Promise.all([setLanguage("hr"), needTexts("door"), setLanguage("en"), needTexts("me")]);
  expect([t("go-on"), t("print"), t("language")]).toEqual(["Go on", "Print", "Language"]);
});
