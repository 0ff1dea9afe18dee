import { describe, expect, test } from "vitest";

import type { Message } from "../../src/contract.ts";
import { locate } from "../../src/rooms/locate.ts";
import { quotedWords, wholeOf } from "../../src/rooms/quotes.ts";

const called = new Map([["p1", "Ana Kovač"]]);

/** The stored words that are found for what was selected. */
function found(stored: string, selected: string, before = ""): string | null {
  const range = locate(stored, selected, before, called);
  return range && [...stored].slice(range.start, range.end).join("");
}

describe("what was selected is found in what is stored", () => {
  test.each([
    ["Ми смо на броду 🚢 данас.", "броду 🚢", "броду 🚢"],
    ["We **really** need it", "really need", "really** need"],
    ["Vidi [ovaj tekst](https://example.org/a_b) danas", "tekst danas", "tekst](https://example.org/a_b) danas"],
    ["Prvo:\n\n- svetlo\n- zvuk", "Prvo: svetlo zvuk", "Prvo:\n\n- svetlo\n- zvuk"],
    ["1. svetlo\n2. zvuk", "svetlo\nzvuk", "svetlo\n2. zvuk"],
    ["Pitaj @[p1] sutra", "@Ana Kovač sutra", "@[p1] sutra"],
    ["Pitaj @[p1] sutra", "Kovač", "@[p1]"],
    ["dva\n  reda", "dva reda", "dva\n  reda"],
  ])("%j, %j", (stored, selected, expected) => {
    expect(found(stored, selected)).toBe(expected);
  });

  test("the second of two alike", () => {
    expect(locate("ne, ne, da", "ne", "ne, ", called)).toEqual({ start: 4, end: 6 });
    expect(locate("ne, ne, da", "ne", "", called)).toEqual({ start: 0, end: 2 });
  });

  test("and what does not stand there is not", () => {
    expect(found("Danas pada kiša", "sneg")).toBeNull();
    expect(found("Danas", "  ")).toBeNull();
  });
});

const message: Message = { id: 5, number: 1, author: "a", at: 0, last: 7, text: "😊 Добар дан свима" };

test("a quote shows its words as long as they stand, counted in code points", () => {
  expect(quotedWords({ version: 7, start: 2, end: 11 }, message)).toBe("Добар дан");
  expect(quotedWords({ version: 7, start: 2, end: 11 }, { ...message, last: 9 })).toBeNull();
  expect(quotedWords({ version: 7, start: 2, end: 11 }, { ...message, text: null })).toBeNull();
  expect(wholeOf(message)).toEqual({ start: 0, end: 17 });
});
