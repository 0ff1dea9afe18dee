import type { MeetingDate } from "../../../contract.ts";

const MINUTE_MS = 60_000;
/** Before it begins people are let into the call, and the way there stands on their screen. */
const DOOR_MS = 15 * MINUTE_MS;

export const endOf = ({ at, minutes }: Pick<MeetingDate, "at" | "minutes">): number => (at ?? 0) + minutes * MINUTE_MS;

/** Whether one goes there now; of a date that was agreed on. */
export const isNear = (date: Pick<MeetingDate, "at" | "minutes">, now: number): boolean =>
  date.at !== null && date.at - DOOR_MS <= now && now < endOf(date);
