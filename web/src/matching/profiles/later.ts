/** What people look for, as the team reads it: it comes with its words when somebody goes there. */
import { needTexts } from "../../text/fluent.ts";
import { part } from "../../ui/part.ts";

export const team = part(async () => {
  const [screens] = await Promise.all([import("./team.tsx"), needTexts("profiles", "refusals")]);
  return screens;
});
