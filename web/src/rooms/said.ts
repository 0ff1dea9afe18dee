/** What is said in a room, counted in one row: messages and files. */
import type { Entry, File as RoomFile, Item, Message } from "../contract.ts";
import type { Stretch } from "./stretch.ts";

/** One of them; `id` is its offset in the log. */
export interface Said {
  id: number;
  number: number;
  author: string;
  mentions?: readonly string[];
}

/** Files of before they were counted have no number, and are nothing new to anybody. */
export function saidOf(messages: readonly Message[], files: readonly Item<RoomFile>[] = []): readonly Said[] {
  if (files.length === 0) return messages;
  return [...messages, ...files.flatMap(asSaid)].sort((a, b) => a.id - b.id);
}

/** The entry is one more of them, also where its words are gone by now. */
export const isSaid = ({ kind, body }: Entry): boolean =>
  kind === "message_posted" || (kind === "file_added" && (!body || body.number != null));

export const firstNew = (said: readonly Said[], readUpTo: number, me: string): Said | undefined =>
  said.find(({ number, author }) => number > readUpTo && author !== me);

/** Before which of them the line stands. Before none where the first new ones lie before what is loaded: the line would
 * say that they begin here. */
export function lineBefore(said: readonly Said[], earlier: boolean, readUpTo: number | null, me: string): number | null {
  const start = said[0];
  if (readUpTo === null || !start || (earlier && start.number > readUpTo + 1)) return null;
  return firstNew(said, readUpTo, me)?.id ?? null;
}

/** The files that came while this part of the talk was said. */
export function filesWithin(files: readonly Item<RoomFile>[], { messages, earlier, later }: Stretch): Item<RoomFile>[] {
  const from = earlier ? (messages[0]?.id ?? 0) : 0;
  const to = later ? (messages.at(-1)?.id ?? 0) : Infinity;
  return files.filter(({ id }) => id > from && id < to);
}

const asSaid = ({ id, by, body }: Item<RoomFile>): Said[] =>
  body.number == null ? [] : [{ id, number: body.number, author: by ?? "" }];
