/** What I take part in: it comes, with its words, behind the first screen. */
import { needTexts } from "../text/fluent.ts";
import { part } from "../ui/part.ts";

export const mine = part(async () => (await Promise.all([import("./first.ts"), needTexts("mine", "refusals")]))[0]);
