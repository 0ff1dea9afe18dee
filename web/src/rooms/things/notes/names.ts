/** How a shared note is called, and which one somebody asked for elsewhere. */
import { signal } from "@preact/signals";

import type { Item, Note } from "../../../contract.ts";
import { inYear } from "../../../mine/days.ts";
import { t } from "../../../text/fluent.ts";

export type NoteItem = Item<Note>;

export const nameOf = ({ body }: NoteItem): string =>
  body.title || (body.day ? t("note-of", { day: inYear(body.day) }) : t("note-untitled"));

/** The note that is opened as soon as its room's notes are shown. */
export const wantedNote = signal<{ room: string; item: number } | null>(null);
