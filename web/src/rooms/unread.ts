/** What is new for me in a room, from its newest number and my read marker. */
import type { Entry, RoomCard } from "../contract.ts";
import { isSaid, type Said } from "./said.ts";

/** The card of a room after an entry. One's own words are never new to oneself, nor what was read on another device. */
export function advanceCard(card: RoomCard, offset: number, entry: Entry, me: string, readTo: number): RoomCard {
  if (offset <= card.offset) return card;
  if (entry.kind === "room_closed" && entry.body) return { ...card, offset, closed: entry.body.reason };
  if (entry.kind === "room_emptied") return { ...card, offset, talk: 0, last_at: null, unread: 0, mentioned: 0 };
  if (!isSaid(entry)) return { ...card, offset };
  const talk = card.talk + 1;
  const isNew = entry.actor !== me && talk > readTo;
  const named = isNew && entry.kind === "message_posted" && (entry.body?.mentions?.includes(me) ?? false);
  return {
    ...card,
    offset,
    talk,
    last_at: entry.at,
    unread: card.unread + Number(isNew),
    mentioned: card.mentioned + Number(named),
  };
}

/** What is left unread after this number: counted where all of it is loaded, else told by the numbers. */
export function countAfter(
  readTo: number, card: RoomCard, said: readonly Said[], me: string,
): Pick<RoomCard, "unread" | "mentioned"> {
  const after = said.filter(({ number }) => number > readTo);
  if (after.length !== card.talk - readTo) {
    const unread = Math.min(card.unread, Math.max(0, card.talk - readTo));
    return { unread, mentioned: Math.min(unread, card.mentioned) };
  }
  const left = after.filter(({ author }) => author !== me);
  return { unread: left.length, mentioned: left.filter(({ mentions }) => mentions?.includes(me)).length };
}

export const sumUnread = (cards: readonly RoomCard[]): number =>
  cards.reduce((sum, card) => sum + card.unread, 0);
