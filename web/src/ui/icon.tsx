/** Small line drawings. They say nothing that words beside or in the label do not say too. */
import type { JSX } from "preact";

import type { LaterIcon } from "./later_icons.ts";

const PATHS = {
  back: "M15 5l-7 7 7 7",
  reply: "M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6v1",
  edit: "M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19l-4 1z",
  react: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 14.2a4.2 4.2 0 0 0 7 0M9 9.5h.01M15 9.5h.01",
  more: "M5 11.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1zM12 11.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1zM19 11.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1z",
  quote: "M5 17c2.6-.6 4-2.6 4-6V7H4v5h4M15 17c2.6-.6 4-2.6 4-6V7h-5v5h4",
  send: "M5 12h13M12 5l7 7-7 7",
  down: "M12 5v14M5 12l7 7 7-7",
  up: "M12 19V5M5 12l7-7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  clock: "M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  away: "M3 3l18 18M8.5 16.4a5 5 0 0 1 7 0M5 12.9a10 10 0 0 1 4.3-2.5M2 9.4a15 15 0 0 1 4.2-2.7M14.6 10.4A10 10 0 0 1 19 12.9M11 6a15 15 0 0 1 11 3.4M12 20h.01",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z",
  find: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.2 15.2L20 20",
  alert: "M12 8v5M12 16.5h.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
};

export type IconName = keyof typeof PATHS | LaterIcon;

/** Those that are needed later than the first screen come with what needs them. */
export const draw = (more: Record<LaterIcon, string>): void => void Object.assign(PATHS, more);

export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={(PATHS as Record<string, string>)[name]} />
    </svg>
  );
}

/** An easel seen from the front: three legs, a canvas, the sun of the morning on it. */
export function Mark(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="mark-legs" d="M16 3v5M11.5 22L8 29M20.5 22L24 29M16 22v6" />
      <rect class="mark-canvas" x="6" y="8" width="20" height="14" rx="2.5" />
      <circle class="mark-sun" cx="16" cy="16.5" r="3.2" />
    </svg>
  );
}
