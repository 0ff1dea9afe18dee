/** The things of a room as they are found: what each kind is called, and in which of the room's places it stands. */
import type { Things } from "../../contract.ts";
import { roomPath, messagePath } from "../../router.ts";
import { t } from "../../text/fluent.ts";

export const MESSAGE = "message";

const AT_MEETING = new Set<string>(["dates", "meetings", "agenda", "calls", "notes", "cards"] satisfies (keyof Things)[]);
const NAMED = new Set([
  "pins", "dates", "meetings", "agenda", "calls", "cards", "notes", "files", "steps", "goals", "agreement", "reflections", "thanks",
] satisfies (keyof Things)[]) as ReadonlySet<string>;

/** Every kind that has a name here. */
export const KINDS: readonly string[] = [MESSAGE, ...NAMED];

/** A kind that is newer than this list is at least something of the room. */
export const kindName = (kind: string): string =>
  kind === MESSAGE ? t("find-messages") : NAMED.has(kind) ? t(`kind-of-${kind}`) : t("find-kind-other");

/** A file stands in the talk, where it came in. */
export const addressOf = (room: string, kind: string, id: number): string =>
  kind === MESSAGE || kind === "files" ? messagePath(room, id) : roomPath(room, AT_MEETING.has(kind) ? "meeting" : "path");
