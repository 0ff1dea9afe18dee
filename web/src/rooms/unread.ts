/** What is new for me in a room, from its newest number and my read marker. */
import type { Entry, Message, RoomCard } from "../contract.ts";

/** The card of a room after an entry. One's own words are never new to oneself, nor what was read on another device. */
export function advanceCard(card: RoomCard, offset: number, entry: Entry, me: string, readTo: number): RoomCard {
  if (offset <= card.offset) return card;
  if (entry.kind !== "message_posted") return { ...card, offset };
  const talk = card.talk + 1;
  const isNew = entry.actor !== me && talk > readTo;
  const named = isNew && (entry.body?.mentions?.includes(me) ?? false);
  return {
    ...card,
    offset,
    talk,
    last_at: entry.at,
    unread: card.unread + Number(isNew),
    mentioned: card.mentioned + Number(named),
  };
}

/** What is left unread after this number: counted where the newest messages are loaded, else told by the numbers. */
export function countAfter(
  readTo: number, card: RoomCard, messages: readonly Message[], me: string,
): Pick<RoomCard, "unread" | "mentioned"> {
  const oldest = messages[0];
  if (!oldest || oldest.number > readTo + 1 || messages.at(-1)?.number !== card.talk) {
    const unread = Math.min(card.unread, Math.max(0, card.talk - readTo));
    return { unread, mentioned: Math.min(unread, card.mentioned) };
  }
  const left = messages.filter(({ number, author }) => number > readTo && author !== me);
  return { unread: left.length, mentioned: left.filter(({ mentions }) => mentions?.includes(me)).length };
}

export const sumUnread = (cards: readonly RoomCard[]): number =>
  cards.reduce((sum, card) => sum + card.unread, 0);
