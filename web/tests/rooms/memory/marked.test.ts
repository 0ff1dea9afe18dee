import { expect, test } from "vitest";

import { partsOf } from "../../../src/rooms/memory/marked.ts";

const read = (text: string): string =>
  partsOf(text, [])
    .map((part) => ("person" in part ? `<${part.person}>` : part.words))
    .join("");

test.each([
  ["**bold** and *leaning*", "bold and leaning"],
  ["__bold__ and _leaning_", "bold and leaning"],
  ["**bold with *leaning* in it**", "bold with leaning in it"],
  ["***both***", "both"],
  ["> quoted\n- first\n* second", "quoted\nfirst\nsecond"],
  ["run `make **all**` now", "run make **all** now"],
  ["see [the plan](https://example.org/a_b_c) soon", "see the plan soon"],
  ["https://example.org/a_b_c and snake_case_word", "https://example.org/a_b_c and snake_case_word"],
  ["2 * 3 * 4 and 2*3*4", "2 * 3 * 4 and 2*3*4"],
  ["\\*not leaning\\*", "*not leaning*"],
  ["… of it** goes on, and **here it", "… of it goes on, and here it"],
  ["**Ћирилица** и 😀 *још*", "Ћирилица и 😀 још"],
  ["@[a_b_c] and _leaning_ @[_x_]", "<a_b_c> and leaning <_x_>"],
  ["```js\nlet a\n```", "\nlet a\n"],
  ["# no heading here", "# no heading here"],
  ["- 5 degrees", "5 degrees"],
  ["-5 degrees", "-5 degrees"],
])("%s is read as %s", (text, words) => {
  expect(read(text)).toBe(words);
});

test("what was found stands where it was, counted in code points of what was written", () => {
  expect(partsOf("😀 **bold** word", [[4, 8]])).toEqual([
    { words: "😀 ", found: false },
    { words: "bold", found: true },
    { words: " word", found: false },
  ]);
});

test("a mark that holds marks of Markdown loses them alone", () => {
  expect(partsOf("a **bold** b", [[2, 10]])).toEqual([
    { words: "a ", found: false },
    { words: "bold", found: true },
    { words: " b", found: false },
  ]);
});

test("thousands of marks end in time", () => {
  expect(read("*a _b `c [d ".repeat(400))).toContain("*a _b");
  expect(read("**".repeat(2_000))).toBe("**".repeat(2_000));
});
