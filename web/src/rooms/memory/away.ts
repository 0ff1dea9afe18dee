/** Whether I was away from a room for so long, or for so much, that an overview of it helps. */
import { useEffect, useState } from "preact/hooks";

import type { Room } from "../room.ts";
import { lookingBack } from "./later.ts";

const MANY = 20;
const DAYS_MS = 2 * 86_400_000;

/** The number of the message up to which I had read when I came; null where no overview helps, or it was put away. */
export function useAway(room: Room): [read: number | null, putAway: () => void] {
  const [away, setAway] = useState<number | null>(null);
  const fresh = room.snapshot.value !== null && !room.stale.value;
  useEffect(() => {
    if (fresh) setAway(awaySince(room));
  }, [room, fresh]);
  useEffect(() => {
    if (away !== null) void lookingBack.load();
  }, [away]);
  return [away, () => setAway(null)];
}

/** So much is unread, or for so long, that an overview helps. */
function awaySince(room: Room): number | null {
  const read = room.line.peek();
  const snapshot = room.snapshot.peek();
  if (read === null || snapshot === null) return null;
  const first = snapshot.messages.find(({ number }) => number > read);
  return snapshot.talk - read >= MANY || (first !== undefined && Date.now() - first.at >= DAYS_MS) ? read : null;
}
