/** Ending a mentoring oneself: at once, alone, without a reason. What happens is said before. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { MyMentorship } from "../contract.ts";
import type { Room } from "../rooms/room.ts";
import { roomName } from "../rooms/room_name.tsx";
import { firstName } from "../rooms/names.ts";
import { t } from "../text/fluent.ts";
import { Dialog } from "../ui/dialog.tsx";

interface StopProps {
  room: Room;
  mentorship: MyMentorship;
  onClose: () => void;
}

export function Stop({ room, mentorship, onClose }: StopProps): JSX.Element {
  const { studio, me } = useStudio();
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [stopped, setStopped] = useState(false);
  const goesOn = goesOnWithout(room, me.id);
  const stop = (): void =>
    void run(async () => {
      await http("POST", `/mentorships/${encodeURIComponent(mentorship.id)}/stop`);
      if (goesOn) room.end("left");
      else setStopped(true);
      await Promise.all([studio.programmes.load(), goesOn ? null : room.refresh()]).catch(() => undefined);
      if (goesOn) onClose();
    });
  return (
    <Dialog title={t(stopped ? "stopped-title" : "stop-mentoring")} onClose={onClose}>
      {stopped ? (
        <div class="stop" role="status">
          <p>{t("stopped-words")}</p>
          <p class="row">
            <button type="button" class="main" onClick={onClose}>
              {t("close")}
            </button>
          </p>
        </div>
      ) : (
        <div class="stop">
          <p>{t("stop-with", { names: roomName(room.card.value, me.id, firstName) })}</p>
          {goesOn ? (
            <p>{t("leave-ask")}</p>
          ) : (
            <ul class="plain-list">
              <li>{t("stop-at-once")}</li>
              <li>{t("stop-room")}</li>
              <li>{t("stop-others")}</li>
              <li>{t("stop-team")}</li>
            </ul>
          )}
          <p class="soft">{t("stop-pause-instead")}</p>
          <Fault words={fault} />
          <p class="row">
            <button type="button" class="main" onClick={onClose}>
              {t("stop-not")}
            </button>
            <button type="button" class="quiet danger" disabled={busy} onClick={stop}>
              {t("stop-now")}
            </button>
          </p>
        </div>
      )}
    </Dialog>
  );
}

/** A mentor and a mentee are left: then they go on, and only I am out. */
function goesOnWithout(room: Room, me: string): boolean {
  const left = (room.snapshot.value?.members ?? []).filter((member) => !member.left && member.person !== me);
  return left.some(({ role }) => role === "mentor") && left.some(({ role }) => role === "mentee");
}
