// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";

import { createDrafts, type Drafts } from "../../src/rooms/drafts.ts";

let timers: (() => void)[];
let save: ReturnType<typeof vi.fn<(draft: { room: string; text: string }) => Promise<unknown>>>;

const open = (person = "ana"): Drafts => createDrafts(person, save, localStorage, (run) => timers.push(run));
const wait = async (): Promise<void> => {
  timers.splice(0).forEach((run) => run());
  await new Promise((resolve) => setTimeout(resolve));
};

beforeEach(() => {
  localStorage.clear();
  timers = [];
  save = vi.fn(async () => ({}));
});

test("a draft is here at once and on the server after a pause, only the newest words", async () => {
  const drafts = open();
  drafts.write("r1", "Dra");
  drafts.write("r1", "Draga");
  expect(open().read("r1", "")).toBe("Draga");
  await wait();
  expect(save).toHaveBeenCalledExactlyOnceWith({ room: "r1", text: "Draga" });
});

test("what the server lacks wins over what it has, and is sent again", async () => {
  save.mockRejectedValueOnce(new Error("offline"));
  open().write("r1", "mine");
  await wait();
  const later = open();
  expect(later.read("r1", "theirs")).toBe("mine");
  later.flush();
  await wait();
  expect(save).toHaveBeenLastCalledWith({ room: "r1", text: "mine" });
  expect(open().read("r1", "newer, from the phone")).toBe("newer, from the phone");
});

test("an emptied draft is gone here and there", async () => {
  const drafts = open();
  drafts.write("r1", "x");
  drafts.write("r1", "");
  await wait();
  expect(save).toHaveBeenLastCalledWith({ room: "r1", text: "" });
  expect(localStorage.length).toBe(0);
});

test("another person's drafts are not mine, and clearing leaves them", () => {
  open("ana").write("r1", "ana's");
  open("bor").write("r1", "bor's");
  open("bor").clear();
  expect(open("bor").read("r1", "")).toBe("");
  expect(open("ana").read("r1", "")).toBe("ana's");
});
