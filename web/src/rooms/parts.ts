/** What an open room needs a moment later than its talk: how words are marked, and what can be done with a message. */
import { needTexts } from "../text/fluent.ts";
import { part } from "../ui/part.ts";

export const markdown = part(() => import("./markdown.tsx"));

export const extras = part(async () =>
  (await Promise.all([import("./extras.ts"), needTexts("refusals", "extras", "things")]))[0],
);
