import { useEffect } from "preact/hooks";

import { useStudio } from "../context.ts";
import type { RoomMeetings } from "../contract.ts";

/** Those of all my rooms; none until they are known. */
export function useMeetings(): readonly RoomMeetings[] {
  const { studio } = useStudio();
  useEffect(() => studio.meetings.ask(), [studio]);
  return studio.meetings.rooms.value ?? [];
}
