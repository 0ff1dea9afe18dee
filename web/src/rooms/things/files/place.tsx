/** Puts files into a talk that is laid out, where they came in: a group that one of them came into becomes two. */
import type { Item, File as RoomFile } from "../../../contract.ts";
import { dayOf } from "../../../text/dates.ts";
import type { Day, Group } from "../../arrange.ts";
import type { Room } from "../../room.ts";
import { FileLine } from "./file_line.tsx";

type FileItem = Item<RoomFile>;
type Part = Day["parts"][number];

/** `line`: the file, by its id, that is the first of what is new, if it is one. */
export function place(days: readonly Day[], files: readonly FileItem[], zone: string, room: Room, line: number | null): Day[] {
  const laid = days.map((day) => ({ ...day, parts: [...day.parts] }));
  for (const item of files) {
    const key = dayOf(item.at, zone);
    let day = laid.find((one) => one.key === key);
    if (!day) {
      day = { key, at: item.at, parts: [] };
      laid.push(day);
      laid.sort((a, b) => a.at - b.at);
    }
    const shown = <FileLine key={`file-${item.id}`} room={room} item={item} />;
    day.parts = put(day.parts, item, item.id === line ? ["unread", shown] : [shown]);
  }
  return laid;
}

/** Behind everything that was said before it; files come in their own order. */
function put(parts: readonly Part[], item: FileItem, shown: readonly Part[]): Part[] {
  const split = parts.findIndex((part) => isGroup(part) && part.messages.at(-1)!.id > item.id);
  if (split < 0) return [...parts, ...shown];
  const group = parts[split] as Group;
  const before = group.messages.filter(({ id }) => id < item.id);
  const after = group.messages.filter(({ id }) => id > item.id);
  // The line before what is new stays with what is new.
  const start = before.length === 0 && parts[split - 1] === "unread" ? split - 1 : split;
  const upper = before.length > 0 ? [{ ...group, messages: before }] : [];
  const lower = { ...group, key: `${after[0]!.id}`, at: after[0]!.at, messages: after };
  return [...parts.slice(0, start), ...upper, ...shown, ...parts.slice(start, split), lower, ...parts.slice(split + 1)];
}

const isGroup = (part: Part): part is Group => part !== "unread" && "messages" in part;
