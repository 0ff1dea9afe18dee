/** Our meeting: the call, the meeting that goes on, what it is about, and those that were. */
import "./meeting.css";
import type { JSX } from "preact";

import type { Room } from "../../room.ts";
import { Agenda } from "./agenda.tsx";
import { Call } from "./call.tsx";
import { Meetings } from "./meetings.tsx";
import { useServerClock } from "./server_clock.ts";

export function OurMeeting({ room }: { room: Room }): JSX.Element {
  useServerClock();
  return (
    <>
      <Call room={room} />
      <Meetings room={room} />
      <Agenda room={room} />
    </>
  );
}
