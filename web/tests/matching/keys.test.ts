import { expect, test } from "vitest";

import { actOf, type Pressed } from "../../src/matching/keys.ts";

const press = (key: string, more: Partial<Pressed> = {}) =>
  actOf({ key, altKey: false, ctrlKey: false, metaKey: false, field: { name: "H3", type: "" }, ...more });

test("one goes on and back by letters, on a Cyrillic keyboard too, or by arrows", () => {
  for (const key of ["j", "ј", "ArrowDown", "ArrowRight"]) expect(press(key)).toEqual({ do: "next" });
  for (const key of ["k", "к", "ArrowUp", "ArrowLeft"]) expect(press(key)).toEqual({ do: "before" });
});

test("one to three choose, and u takes back", () => {
  expect(["1", "3"].map((key) => press(key))).toEqual([{ do: "choose", place: 0 }, { do: "choose", place: 2 }]);
  expect(press("u")).toEqual({ do: "undo" });
  expect(["0", "4", "x", "12", "Enter"].map((key) => press(key))).toEqual([null, null, null, null, null]);
});

test("whoever types, or means the browser, is left alone", () => {
  for (const [name, type] of [["INPUT", "search"], ["TEXTAREA", ""], ["SELECT", "select-one"], ["INPUT", "range"]] as const) {
    expect(press("j", { field: { name, type } })).toBeNull();
  }
  expect(press("u", { ctrlKey: true })).toBeNull();
  expect(press("1", { metaKey: true })).toBeNull();
});

test("among choices the arrows are the browser’s, letters are not", () => {
  const field = { name: "INPUT", type: "radio" };
  expect(press("ArrowDown", { field })).toBeNull();
  expect(press("j", { field })).toEqual({ do: "next" });
});
