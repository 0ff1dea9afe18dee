import { expect, test } from "vitest";

import type { Entry, File as RoomFile, Item, Message, RoomCard } from "../../src/contract.ts";
import { saidOf } from "../../src/rooms/said.ts";
import { advanceCard, countAfter } from "../../src/rooms/unread.ts";

const card: RoomCard = {
  id: "r", kind: "pair", people: [], offset: 5, talk: 4, read: 4, unread: 0, mentioned: 0, last_at: null, draft: false,
  presence: false,
};
const posted = (actor: string, mentions: string[] = []): Entry => ({
  kind: "message_posted", at: 9, actor, body: { text: "a", mentions },
});

test("words of others are new, one's own and those read elsewhere are not", () => {
  expect(advanceCard(card, 6, posted("bor"), "ana", 4)).toMatchObject({ talk: 5, unread: 1, mentioned: 0 });
  expect(advanceCard(card, 6, posted("ana"), "ana", 4)).toMatchObject({ talk: 5, unread: 0 });
  expect(advanceCard(card, 6, posted("bor", ["ana"]), "ana", 5)).toMatchObject({ talk: 5, unread: 0, mentioned: 0 });
});

test("new words that name me are told apart", () => {
  expect(advanceCard(card, 6, posted("bor", ["ana", "eva"]), "ana", 4)).toMatchObject({ unread: 1, mentioned: 1 });
  expect(advanceCard(card, 6, posted("bor", ["eva"]), "ana", 4)).toMatchObject({ unread: 1, mentioned: 0 });
});

const message = (number: number, author: string, mentions: string[] = []): Message => ({
  id: number + 1, number, author, at: 0, last: number + 1, text: "a", mentions,
});

test("what is left unread is counted where it is loaded", () => {
  const messages = [message(2, "bor"), message(3, "bor", ["ana"]), message(4, "ana")];
  expect(countAfter(1, card, messages, "ana")).toEqual({ unread: 2, mentioned: 1 });
  expect(countAfter(3, card, messages, "ana")).toEqual({ unread: 0, mentioned: 0 });
});

test("files are counted with the messages, those of before they were are not", () => {
  const brought = (body: object | null): Entry => ({ kind: "file_added", at: 9, actor: "bor", body }) as Entry;
  expect(advanceCard(card, 6, brought({ number: 5 }), "ana", 4)).toMatchObject({ talk: 5, unread: 1, last_at: 9 });
  expect(advanceCard(card, 6, brought(null), "ana", 4)).toMatchObject({ talk: 5, unread: 1 });
  expect(advanceCard(card, 6, brought({ name: "a.pdf" }), "ana", 4)).toMatchObject({ talk: 4, unread: 0, offset: 6 });
  const file = (id: number, number?: number): Item<RoomFile> =>
    ({ id, by: "bor", at: 0, last: id, body: { number } }) as Item<RoomFile>;
  const said = saidOf([message(2, "bor"), message(4, "bor")], [file(4, 3), file(6)]);
  expect(said.map(({ number }) => number)).toEqual([2, 3, 4]);
  expect(countAfter(1, card, said, "ana")).toEqual({ unread: 3, mentioned: 0 });
});

test("where one is missing, as a file that was removed, the numbers tell", () => {
  const behind = { ...card, unread: 2 };
  expect(countAfter(1, behind, [message(2, "bor"), message(4, "bor")], "ana").unread).toBe(2);
  expect(countAfter(3, behind, [message(2, "bor"), message(4, "bor")], "ana").unread).toBe(1);
  expect(countAfter(4, behind, [message(2, "bor")], "ana").unread).toBe(0);
});

test("and told by the numbers where it is not", () => {
  const behind = { ...card, unread: 3, mentioned: 2 };
  expect(countAfter(1, behind, [], "ana")).toEqual({ unread: 3, mentioned: 2 });
  expect(countAfter(3, behind, [message(4, "bor"), message(5, "bor")], "ana")).toEqual({ unread: 1, mentioned: 1 });
});
