/** Over the talk, while it concerns who reads there: that a meeting goes on, with its clock, and that the call fails. */
import "./meeting.css";
import type { JSX } from "preact";

import { roomPath } from "../../../router.ts";
import { t } from "../../../text/fluent.ts";
import { Link } from "../../../ui/link.tsx";
import type { Room } from "../../room.ts";
import { callOf, Trouble } from "./call.tsx";
import { Running, shown } from "./clock.tsx";
import { useServerClock } from "./server_clock.ts";

export function MeetingNotice({ room }: { room: Room }): JSX.Element | null {
  const open = room.snapshot.value?.things?.meetings?.find(({ body }) => body.state === "open");
  const call = callOf(room);
  useServerClock();
  if (!open) return call?.body.trouble_by ? <Trouble room={room} call={call} /> : null;
  const { ends_at, left, place } = open.body;
  return (
    <>
      <p class="meeting-notice">
        <Link href={roomPath(room.id, "meeting")}>{t("meeting-goes-on")}</Link>
        {ends_at != null && <Running endsAt={ends_at} />}
        {left != null && <span class="clock-face" role="timer">{shown(left)}</span>}
        {place === "call" && call?.body.link && (
          <a href={call.body.link} target="_blank" rel="noopener noreferrer nofollow">{t("call-join")}</a>
        )}
      </p>
      <Trouble room={room} call={call} />
    </>
  );
}
