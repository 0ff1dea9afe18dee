/** A small window beside what opened it; on a narrow screen it stands at the lower edge. A press elsewhere closes it. */
import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface PopoverProps {
  anchor: Element | DOMRect;
  label: string;
  role: "menu" | "group";
  onClose: () => void;
  children: ComponentChildren;
}

const GAP_PX = 6;
const EDGE_PX = 8;

export function Popover({ anchor, label, role, onClose, children }: PopoverProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = place.current!;
    const closed = (event: Event): void => void ((event as ToggleEvent).newState === "closed" && onClose());
    shown.addEventListener("toggle", closed);
    shown.showPopover();
    put(shown, "getBoundingClientRect" in anchor ? anchor.getBoundingClientRect() : anchor);
    return () => shown.removeEventListener("toggle", closed);
  }, []);
  return (
    <div ref={place} class="popover" popover="auto" role={role} aria-label={label}>
      {children}
    </div>
  );
}

/** Above what opened it where there is space, else below; never over an edge of the window. */
function put(shown: HTMLElement, anchor: DOMRect): void {
  const { width, height } = shown.getBoundingClientRect();
  const above = anchor.top - height - GAP_PX;
  const top = above >= EDGE_PX ? above : Math.min(anchor.bottom + GAP_PX, innerHeight - height - EDGE_PX);
  const left = Math.min(anchor.right - width, innerWidth - width - EDGE_PX);
  shown.style.top = `${Math.max(EDGE_PX, top)}px`;
  shown.style.left = `${Math.max(EDGE_PX, left)}px`;
}
