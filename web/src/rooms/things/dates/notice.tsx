/** Over the talk: that somebody proposes times, or that it is about to begin, with the way into the call. */
import "../meeting/meeting.css";
import type { JSX } from "preact";

import { useStudio } from "../../../context.ts";
import { roomPath } from "../../../router.ts";
import { t } from "../../../text/fluent.ts";
import { Link } from "../../../ui/link.tsx";
import { firstName } from "../../names.ts";
import { isGroup } from "../../places/later.ts";
import type { Room } from "../../room.ts";
import { callOf } from "../meeting/call.tsx";
import { nameIn } from "../people.ts";
import { GatheringNotice } from "./gathering_notice.tsx";
import { isNear } from "./near.ts";
import { useNow } from "./now.ts";
import { when } from "./words.ts";

export function DatesNotice({ room }: { room: Room }): JSX.Element {
  return (
    <>
      <OwnDates room={room} />
      {isGroup(room) && <GatheringNotice room={room.id} />}
    </>
  );
}

function OwnDates({ room }: { room: Room }): JSX.Element | null {
  const { me } = useStudio();
  const now = useNow();
  const things = room.snapshot.value?.things ?? {};
  const standing = (things.dates ?? []).filter(({ body }) => body.state !== "cancelled");
  const near = standing.find(({ body }) => body.state === "agreed" && isNear(body, now));
  const asks = standing.find(({ body }) => body.asked_by !== me.id && body.offers.some((at) => at > now));
  const open = things.meetings?.some(({ body }) => body.state === "open") ?? false;
  // What is open already says so itself.
  if ((open || !near) && !asks) return null;
  const link = callOf(room)?.body.link;
  const words = near
    ? when(near.body.at!, me)
    : t("date-proposes", { name: firstName(nameIn(room, asks?.body.asked_by)) });
  return (
    <p class="meeting-notice">
      <Link href={roomPath(room.id, "meeting")}>{words}</Link>
      {near?.body.place === "call" && link && (
        <a href={link} target="_blank" rel="noopener noreferrer nofollow">{t("call-join")}</a>
      )}
    </p>
  );
}
