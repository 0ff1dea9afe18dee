/** Choosing who goes with whom: it comes with its words when somebody goes there. */
import { needTexts } from "../text/fluent.ts";
import { part } from "../ui/part.ts";

export const matching = part(async () => {
  const [screens] = await Promise.all([import("./matching.tsx"), needTexts("matching")]);
  return screens;
});
