/** What can be done with a mentoring as a whole, from its room. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import type { MyMentorship } from "../contract.ts";
import { go } from "../router.ts";
import { wholeCopyOf } from "../rooms/copy.ts";
import type { Room } from "../rooms/room.ts";
import { t } from "../text/fluent.ts";
import { Icon } from "../ui/icon.tsx";
import { MenuItem, MenuWindow } from "../ui/menu.tsx";
import { Stop } from "./stop.tsx";

interface RoomMenuProps {
  room: Room;
  mentorship: MyMentorship;
  anchor: HTMLElement;
  onClose: () => void;
}

export function RoomMenu({ room, mentorship, anchor, onClose }: RoomMenuProps): JSX.Element {
  const [stopping, setStopping] = useState(false);
  if (stopping) return <Stop room={room} mentorship={mentorship} onClose={onClose} />;
  const goesOn = mentorship.state === "active" || mentorship.state === "paused";
  return (
    <MenuWindow anchor={anchor} label={t("more")} onClose={onClose}>
      <MenuItem icon="reply" label={t("want-talk")} onAct={() => go("/talk-with-team")} />
      <MenuItem icon="eye" label={t("team-sees")} onAct={() => go("/seen")} />
      <a class="menu-item" role="menuitem" tabIndex={-1} href={wholeCopyOf(room)} download onClick={onClose}>
        <Icon name="down" /> {t("room-copy")}
      </a>
      {goesOn && <MenuItem icon="close" label={t("stop-mentoring")} onAct={() => setStopping(true)} />}
    </MenuWindow>
  );
}
