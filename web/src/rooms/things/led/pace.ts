/** At which pace I may write in a group, and what is hidden there: known beforehand. */
import type { Item, LedAct } from "../../../contract.ts";
import type { Room } from "../../room.ts";
import { leads } from "./leading.ts";

/** The act by which this message is hidden from everybody now. */
export const hiding = (room: Room, message: number): Item<LedAct> | undefined =>
  room.snapshot.value?.things?.led?.findLast(
    ({ body }) => body.what === "hidden" && body.message === message && body.state === "stands",
  );

/** What waits: sending alone, or all writing. */
export type Held = "sending" | "all" | null;

export interface Pace {
  /** Only those who lead write. */
  paused: boolean;
  /** Until I may say something again. */
  seconds: number;
}

export function paceOf(room: Room, me: string, now: number): Pace {
  const snapshot = room.snapshot.value;
  const set = snapshot?.things?.led?.find(({ body }) => body.what === "pace")?.body;
  if (!snapshot || !set || leads(room, me)) return { paused: false, seconds: 0 };
  const said = snapshot.messages.findLast(({ author }) => author === me)?.at ?? 0;
  const wait = Math.ceil((said + set.slow * 1000 - now) / 1000);
  // A clock that is wrong here must not make anybody wait longer than the pace.
  return { paused: set.paused, seconds: Math.min(set.slow, Math.max(0, wait)) };
}
