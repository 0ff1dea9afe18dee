/** Everything that can be done with a message, behind one button; and alone what can be given to it. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { useStudio } from "../context.ts";
import { REACTIONS } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { closing, MenuItem, MenuWindow } from "../ui/menu.tsx";
import type { Acts, MenuWish } from "./group.tsx";
import { withPending, type Pending } from "./pending.ts";
import { reactionName } from "./reaction_names.ts";
import { places, withMessage } from "./places/later.ts";
import type { Room } from "./room.ts";

interface MessageMenuProps {
  wish: MenuWish;
  room: Room;
  pending: Pending;
  acts: Acts;
  onTakeBack: () => void;
  onClose: () => void;
}

export function MessageMenu({ wish, room, pending, acts, onTakeBack, onClose }: MessageMenuProps): JSX.Element {
  const { studio, me } = useStudio();
  const { message, of, anchor } = wish;
  const own = message.author === me.id;
  const closed = room.snapshot.value?.closed != null;
  const given = withPending(message.reactions ?? [], pending.reactions.get(message.id) ?? [], me.id);
  const mine = new Set(given.filter(({ people }) => people.includes(me.id)).map(({ emoji }) => emoji));
  useEffect(() => void places.load(), []);

  const react = (emoji: string): void =>
    void studio.react(room.id, message.id, emoji, !mine.has(emoji)).catch(() => undefined);
  return (
    <MenuWindow anchor={anchor} label={t(of === "all" ? "more" : "react")} onClose={onClose}>
      {!closed && (
        <div class="palette" role="group" aria-label={t("react")}>
          {REACTIONS.map((emoji) => (
            <button
              key={emoji} type="button" role="menuitemcheckbox" aria-checked={mine.has(emoji)} tabIndex={-1}
              class="offer" aria-label={reactionName(emoji)} title={reactionName(emoji)}
              onClick={closing(() => react(emoji))}
            >
              <span class="emoji">{emoji}</span>
            </button>
          ))}
        </div>
      )}
      {of === "all" && (
        <div class="menu-acts">
          {!closed && <MenuItem icon="reply" label={t("reply")} onAct={closing(() => acts.onReply(message))} />}
          {!closed && <MenuItem icon="quote" label={t("quote")} onAct={closing(() => acts.onQuote(message))} />}
          {places.value?.ON_MESSAGE.filter(({ evenClosed, when }) => (!closed || evenClosed) && (when?.(room, me.id) ?? true)).map(({ icon, label, Show }) => (
            <MenuItem key={label} icon={icon} label={t(label)} onAct={closing(() => (withMessage.value = { message, Show }))} />
          ))}
          <MenuItem icon="link" label={t("copy-link")} onAct={closing(() => acts.onCopyLink(message))} />
          {own && !closed && <MenuItem icon="edit" label={t("edit")} onAct={closing(() => acts.onEdit(message))} />}
          {own && <MenuItem icon="undo" label={t("take-back")} onAct={closing(onTakeBack)} />}
        </div>
      )}
    </MenuWindow>
  );
}
