/** What a room holds beside its talk: it comes once somebody looks for it. */
import { signal } from "@preact/signals";
import type { JSX } from "preact";

import type { Message, Things } from "../../contract.ts";
import { needTexts } from "../../text/fluent.ts";
import { part } from "../../ui/part.ts";
import type { Room } from "../room.ts";

export const places = part(async () => {
  return (await Promise.all([import("./places.tsx"), needTexts("things", "refusals")]))[0];
});

/** Something that is being done with a message, in a window over the talk. */
export interface Doing {
  message: Message;
  Show: (props: { room: Room; message: Message; onClose: () => void }) => JSX.Element;
}

export const withMessage = signal<Doing | null>(null);

const HOUR_MS = 3_600_000;

/**
 * Something goes on that who reads the talk may have to know of: a meeting is open, or about to be; times wait for an
 * answer; or the call does not work. Whatever comes then looks closer.
 */
export const goesOn = ({ meetings, calls, dates }: Things): boolean =>
  !!meetings?.some(({ body }) => body.state === "open") ||
  !!calls?.at(-1)?.body.trouble_by ||
  !!dates?.some(({ body: { at, offers } }) => offers.length > 0 || Math.abs((at ?? 0) - Date.now()) < HOUR_MS);

/** Its dates are the programme's, which the room's own log does not hold. */
export const isGroup = ({ card }: Pick<Room, "card">): boolean => !["pair", "team", undefined].includes(card.value?.kind);
