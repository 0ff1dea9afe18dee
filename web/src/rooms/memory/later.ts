/** What looks back in a room comes once somebody looks, or was away. */
import { needTexts } from "../../text/fluent.ts";
import { part } from "../../ui/part.ts";

export const lookingBack = part(async () =>
  (await Promise.all([import("./looking_back.ts"), needTexts("things", "refusals")]))[0],
);
