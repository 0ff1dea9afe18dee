/** Where the copy of a room is that I may take along. */
import type { Room } from "./room.ts";

export const copyOf = (room: Room, form: "html" | "json" | "zip"): string =>
  `/api/v1/rooms/${encodeURIComponent(room.id)}/archive?as=${form}`;

/** A page that needs nothing else, or with the files where there are any, or nobody knows. */
export function wholeCopyOf(room: Room): string {
  const known = room.snapshot.value;
  return copyOf(room, known && !known.things?.files ? "html" : "zip");
}
