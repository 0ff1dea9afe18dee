import { describe, expect, test } from "vitest";

import { callNames, splitMentions, toStored, toWritten } from "../../src/rooms/mentions.ts";
import { findTyping, suggest } from "../../src/rooms/suggestions.ts";

const people = [
  { id: "p1", name: "Ђорђе Ћирић" }, { id: "p2", name: "Ana Kovač" }, { id: "p3", name: "Ана Марија Ѓорѓиевска" },
  { id: "p4", name: "Ana Horvat" }, { id: "p5", name: "Žarko Ljubić" }, { id: "p6", name: "Xhemile Ademi" },
];
const called = callNames(people);

describe("names in the field", () => {
  test("are short where that is clear", () => {
    expect(called.get("p1")).toBe("Ђорђе");
    expect(called.get("p2")).toBe("Ana Kovač");
    expect(called.get("p4")).toBe("Ana Horvat");
  });

  test("tell two of the same name apart", () => {
    const twins = callNames([{ id: "b", name: "Nika" }, { id: "a", name: "Nika" }]);
    expect([twins.get("a"), twins.get("b")]).toEqual(["Nika", "Nika 2"]);
  });

  test.each([
    ["@Ђорђе, хвала", "@[p1], хвала"],
    ["(@Ana Kovač) @Ana Horvat!", "(@[p2]) @[p4]!"],
    ["@Ana је ту", "@Ana је ту"],
    ["@Ђорђету", "@Ђорђету"],
    ["pošta@Žarko", "pošta@Žarko"],
    ["@@Žarko", "@@[p5]"],
    ["mail@example.org", "mail@example.org"],
  ])("%s is stored as %s", (written, stored) => {
    expect(toStored(written, called)).toBe(stored);
    expect(toWritten(stored, called)).toBe(written);
  });

  test("with the longest one that stands there", () => {
    const names = new Map([["a", "Ana"], ["b", "Ana Marija"]]);
    expect(toStored("@Ana Marija i @Ana", names)).toBe("@[b] i @[a]");
  });
});

test("stored words fall into pieces, and only who is named is a person", () => {
  expect(splitMentions("@[p1], pitaj @[p9] ili @[p2].", ["p1", "p2"])).toEqual([
    { person: "p1" }, ", pitaj @[p9] ili ", { person: "p2" }, ".",
  ]);
  expect(splitMentions("@[p1]", [])).toEqual(["@[p1]"]);
});

describe("what is typed after @", () => {
  test.each([
    ["@", 1, { at: 0, query: "" }],
    ["Hvala @dj", 9, { at: 6, query: "dj" }],
    ["(@Ana Ko", 8, { at: 1, query: "Ana Ko" }],
    ["mail@a", 6, null],
    ["@ ana", 5, null],
    ["@ana\n", 5, null],
    ["@ana  b", 7, null],
    ["@ana", 0, null],
  ])("%j with the caret at %i", (written, caret, expected) => {
    expect(findTyping(written, caret)).toEqual(expected);
  });

  test.each([
    ["dj", ["p1"]], ["đ", ["p1"]], ["dor", ["p1"]], ["Ђор", ["p1"]], ["cir", ["p1"]],
    ["ana", ["p2", "p3", "p4"]], ["ан", ["p2", "p3", "p4"]], ["ana ma", ["p3"]], ["gjorg", ["p3"]], ["gorg", ["p3"]], ["ѓо", ["p3"]],
    ["жар", ["p5"]], ["z", ["p5"]], ["љуб", ["p5"]], ["xhe", ["p6"]], ["", ["p1", "p2", "p3", "p4", "p5", "p6"]], ["q", []],
  ])("%s finds %j", (query, ids) => {
    expect(suggest(query, people).map(({ id }) => id)).toEqual(ids);
  });
});
