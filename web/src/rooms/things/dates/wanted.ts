/** That somebody came to a room in order to propose times there: from the first screen, or by a tap on "move". */
import { signal } from "@preact/signals";

import type { Item, MeetingDate } from "../../../contract.ts";

export type DateItem = Item<MeetingDate>;

/** `item`: the date that other times are proposed for, null where it is a new one. */
export const proposing = signal<{ room: string; item: number | null } | null>(null);
