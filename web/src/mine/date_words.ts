/** What a planned date is, and for whom, in words. */
import type { MyDate } from "../contract.ts";
import { language, t } from "../text/fluent.ts";
import { worded } from "../text/worded.ts";

export const KINDS: Record<MyDate["kind"], string> = {
  kick_off: "date-kick-off",
  consultation: "date-consultation",
  midterm: "date-midterm",
  workshop: "date-workshop",
  closing: "date-closing",
};

/** By a name of its own, else by what it is. */
export const dateName = (names: Readonly<Record<string, string>>, kind: MyDate["kind"]): string =>
  worded(names, language.value) || t(KINDS[kind]);

/** Where it is for all, nothing is said. */
export const FOR: Record<Exclude<MyDate["whom"], "all">, string> = {
  mentors: "date-for-mentors",
  mentees: "date-for-mentees",
  staff: "date-for-staff",
};
