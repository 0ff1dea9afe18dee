/** Whether somebody could come, in words. */
import type { MyPoll } from "../contract.ts";

export type Says = MyPoll["said"][string];

export const SAYS: Record<Says, string> = { yes: "when-yes", maybe: "when-maybe", no: "when-no" };
