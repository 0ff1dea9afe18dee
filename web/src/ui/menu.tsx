/** A small window with what can be done, one under the other. */
import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

import { Icon, type IconName } from "./icon.tsx";
import { Popover } from "./popover.tsx";

interface MenuWindowProps {
  anchor: HTMLElement;
  label: string;
  onClose: () => void;
  children: ComponentChildren;
}

type Press = MouseEvent & { currentTarget: HTMLElement };

export function MenuWindow({ anchor, label, onClose, children }: MenuWindowProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => list.current?.querySelector("button")?.focus(), []);
  return (
    <Popover anchor={anchor} role="menu" label={label} onClose={onClose}>
      <div ref={list} onKeyDown={walk}>
        {children}
      </div>
    </Popover>
  );
}

export const MenuItem = ({ icon, label, onAct }: { icon: IconName; label: string; onAct: (event: Press) => void }): JSX.Element => (
  <button type="button" role="menuitem" class="menu-item" tabIndex={-1} onClick={onAct}>
    <Icon name={icon} /> {label}
  </button>
);

/** The window gives the focus back first, so that what is done may take it on. */
export const closing = (act: () => void) => (event: Press): void => {
  event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
  act();
};

/** Arrows go through everything that is offered, and around its ends. */
function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role^=menuitem]")];
  const here = items.indexOf(event.target as HTMLElement);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const next = step ? (here + step + items.length) % items.length : { Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Tab") event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items[next]?.focus();
}
