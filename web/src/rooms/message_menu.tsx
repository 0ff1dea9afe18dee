/** Everything that can be done with a message, behind one button; and alone what can be given to it. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

import { useStudio } from "../context.ts";
import { REACTIONS } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Popover } from "../ui/popover.tsx";
import type { Acts, MenuWish } from "./group.tsx";
import { withPending, type Pending } from "./pending.ts";
import { reactionName } from "./reaction_names.ts";
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
  const list = useRef<HTMLDivElement>(null);
  const own = message.author === me.id;
  const given = withPending(message.reactions ?? [], pending.reactions.get(message.id) ?? [], me.id);
  const mine = new Set(given.filter(({ people }) => people.includes(me.id)).map(({ emoji }) => emoji));
  useLayoutEffect(() => list.current?.querySelector("button")?.focus(), []);

  const choose = (act: () => void) => (event: MouseEvent & { currentTarget: HTMLElement }): void => {
    // The window gives the focus back first, so that what is done may take it on.
    event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
    act();
  };
  const react = (emoji: string): void =>
    void studio.react(room.id, message.id, emoji, !mine.has(emoji)).catch(() => undefined);
  return (
    <Popover anchor={anchor} role="menu" label={t(of === "all" ? "more" : "react")} onClose={onClose}>
      <div ref={list} onKeyDown={walk}>
        <div class="palette" role="group" aria-label={t("react")}>
          {REACTIONS.map((emoji) => (
            <button
              key={emoji} type="button" role="menuitemcheckbox" aria-checked={mine.has(emoji)} tabIndex={-1}
              class="offer" aria-label={reactionName(emoji)} title={reactionName(emoji)} onClick={choose(() => react(emoji))}
            >
              <span class="emoji">{emoji}</span>
            </button>
          ))}
        </div>
        {of === "all" && (
          <div class="menu-acts">
            <Item icon="reply" label={t("reply")} onAct={choose(() => acts.onReply(message))} />
            <Item icon="quote" label={t("quote")} onAct={choose(() => acts.onQuote(message))} />
            <Item icon="link" label={t("copy-link")} onAct={choose(() => acts.onCopyLink(message))} />
            {own && <Item icon="edit" label={t("edit")} onAct={choose(() => acts.onEdit(message))} />}
            {own && <Item icon="undo" label={t("take-back")} onAct={choose(onTakeBack)} />}
          </div>
        )}
      </div>
    </Popover>
  );
}

interface ItemProps {
  icon: IconName;
  label: string;
  onAct: (event: MouseEvent & { currentTarget: HTMLElement }) => void;
}

const Item = ({ icon, label, onAct }: ItemProps): JSX.Element => (
  <button type="button" role="menuitem" class="menu-item" tabIndex={-1} onClick={onAct}>
    <Icon name={icon} /> {label}
  </button>
);

/** Arrows go through everything that is offered, and around its ends. */
function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  const here = items.indexOf(event.target as HTMLElement);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const next = step ? (here + step + items.length) % items.length : { Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Tab") event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items[next]?.focus();
}
