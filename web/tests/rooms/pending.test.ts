import { expect, test } from "vitest";

import type { Message } from "../../src/contract.ts";
import type { Outgoing, Settled } from "../../src/live/outbox.ts";
import { findPending, withPending } from "../../src/rooms/pending.ts";

const outgoing = (command_id: string, text: string, changes: Partial<Outgoing> = {}): Outgoing => ({
  command_id, person: "ana", room: "r1", method: "room.post", data: { text }, at: 1_000_000, due: 0, attempted: false,
  refused: null, ...changes,
});
const message = (id: number, text: string, author = "ana"): Message => ({
  id, number: id, author, at: 1_000_500, last: id, text,
});

function posts(waiting: Outgoing[], messages: Message[], settled: Settled[] = [], inherited: string[] = []): string[] {
  const found = findPending("r1", 10, messages, waiting, settled, new Set(inherited), "ana");
  return found.posts.map(({ command_id }) => command_id);
}

test("only this room's words stand here", () => {
  expect(posts([outgoing("a", "x"), outgoing("b", "y", { room: "r2" })], [])).toEqual(["a"]);
});

test("confirmed words stand until the room shows them", () => {
  const settled = (offset: number): Settled => ({ command_id: "a", room: "r1", offset, outgoing: outgoing("a", "x") });
  expect(posts([], [], [settled(11)])).toEqual(["a"]);
  expect(posts([], [], [settled(10)])).toEqual([]);
});

test("what an earlier page sent and the room has is shown once", () => {
  const sent = outgoing("a", "da", { attempted: true });
  expect(posts([sent], [message(3, "da")], [], ["a"])).toEqual([]);
  expect(posts([sent], [message(3, "da", "bor")], [], ["a"])).toEqual(["a"]);
  expect(posts([sent], [message(3, "ne")], [], ["a"])).toEqual(["a"]);
});

test("the same words twice are hidden once for each time that they stand", () => {
  const twice = [outgoing("a", "da", { attempted: true }), outgoing("b", "da", { attempted: true })];
  expect(posts(twice, [message(3, "da")], [], ["a", "b"])).toEqual(["b"]);
});

test("words of this page are never taken for others", () => {
  expect(posts([outgoing("a", "da", { attempted: true })], [message(3, "da")])).toEqual(["a"]);
});

test("changes and withdrawals are found by their message", () => {
  const change = outgoing("a", "new", { method: "room.edit", data: { message: 3, text: "new" } });
  const withdrawal = outgoing("b", "", { method: "room.withdraw", data: { message: 4 } });
  const found = findPending("r1", 10, [], [change, withdrawal], [], new Set(), "ana");
  expect([found.edits.get(3), found.withdrawals.get(4), found.posts]).toEqual([change, withdrawal, []]);
});

const act = (method: "room.react" | "room.unreact", emoji: string, changes: Partial<Outgoing> = {}): Outgoing =>
  outgoing(`${method} ${emoji}`, "", { method, data: { message: 3, emoji }, ...changes });
const given = [{ emoji: "👍", people: ["bor"] }, { emoji: "🎉", people: ["ana"] }];

test("what I give and take stands at once, behind what others gave", () => {
  const pending = [act("room.react", "👍"), act("room.unreact", "🎉"), act("room.react", "🙏")];
  expect(withPending(given, pending, "ana")).toEqual([
    { emoji: "👍", people: ["bor", "ana"] }, { emoji: "🙏", people: ["ana"] },
  ]);
});

test("given twice is given once, and what was refused does not stand", () => {
  expect(withPending(given, [act("room.react", "🎉")], "ana")).toEqual(given);
  const refused = { code: "too_many_reactions", title: "" };
  expect(withPending(given, [act("room.react", "💡", { refused })], "ana")).toEqual(given);
});

test("what is on its way is found by its message, in the order of doing", () => {
  const { reactions } = findPending(
    "r1", 10, [], [act("room.react", "👍"), act("room.unreact", "👍"), outgoing("a", "x")], [], new Set(), "ana",
  );
  expect(reactions.get(3)?.map(({ method }) => method)).toEqual(["room.react", "room.unreact"]);
});
