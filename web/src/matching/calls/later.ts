/** Open calls: they come with their words when somebody goes there. */
import { needTexts } from "../../text/fluent.ts";
import { part } from "../../ui/part.ts";

export const openCalls = part(async () => {
  const [screens] = await Promise.all([import("./calls.tsx"), needTexts("matching")]);
  return screens;
});
