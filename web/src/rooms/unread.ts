/** What is new for me in a room, from its newest number and my read marker. */
import type { Entry, RoomCard } from "../contract.ts";

/** The card of a room after an entry. One's own words are never new to oneself. */
export function advanceCard(card: RoomCard, offset: number, entry: Entry, me: string): RoomCard {
  if (offset <= card.offset) return card;
  if (entry.kind !== "message_posted") return { ...card, offset };
  return {
    ...card,
    offset,
    talk: card.talk + 1,
    last_at: entry.at,
    unread: entry.actor === me ? card.unread : card.unread + 1,
  };
}

export const sumUnread = (cards: readonly RoomCard[]): number =>
  cards.reduce((sum, card) => sum + card.unread, 0);
