import { expect, test } from "vitest";

import type { Entry, Message, RoomCard } from "../../src/contract.ts";
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

test("and told by the numbers where it is not", () => {
  const behind = { ...card, unread: 3, mentioned: 2 };
  expect(countAfter(1, behind, [], "ana")).toEqual({ unread: 3, mentioned: 2 });
  expect(countAfter(3, behind, [message(4, "bor"), message(5, "bor")], "ana")).toEqual({ unread: 1, mentioned: 1 });
});
