/** What an open room needs a moment later than its talk: how words are marked, and what can be done with a message. */
import { part } from "../ui/part.ts";

export const markdown = part(() => import("./markdown.tsx"));

export const extras = part(() => import("./extras.ts"));
