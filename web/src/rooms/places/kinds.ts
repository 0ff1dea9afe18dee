/**
 * The kinds of things that a room shows beside its talk. A new one is a folder in `../things/` and a line here: where its
 * section stands, and what it lets people do with a message. Its words are a file in `web/text/<language>/things/`.
 */
import type { JSX } from "preact";

import type { IconName } from "../../ui/icon.tsx";
import type { Room } from "../room.ts";
import { AGREEMENT } from "../things/agreement/kind.ts";
import { CARDS } from "../things/cards/kind.ts";
import { CARE } from "../things/care/kind.ts";
import { DATES } from "../things/dates/kind.ts";
import { GOALS } from "../things/goals/kind.ts";
import { HALFWAY } from "../things/halfway/kind.ts";
import { FIRST_TO_READ, FROM_PROGRAMME } from "../things/library/kind.ts";
import { MEETING } from "../things/meeting/kind.ts";
import { NOTES } from "../things/notes/kind.ts";
import { REFLECTIONS } from "../things/reflections/kind.ts";
import { LED } from "../things/led/kind.ts";
import { RELEASES } from "../things/release/kind.ts";
import { SHELF } from "../things/shelf/kind.ts";
import { STEPS } from "../things/steps/kind.ts";
import { THANKS_AND_END } from "../things/thanks/kind.ts";
import { TIMELINE } from "../things/timeline/kind.ts";
import type { Doing } from "./later.ts";

export interface Kind {
  /** In the order of the lines below. */
  section?: { place: "meeting" | "path"; Show: (props: { room: Room }) => JSX.Element | null };
  /** `evenClosed`: where nothing is added any more, too; `when`: whether I may. */
  onMessage?: { icon: IconName; label: string; Show: Doing["Show"]; evenClosed?: boolean; when?: (room: Room, me: string) => boolean };
  /** What stands over the talk while it concerns who reads there: `goesOn` in `later.ts` says when. */
  notice?: (props: { room: Room }) => JSX.Element | null;
}

export const KINDS: readonly Kind[] = [
  DATES,
  MEETING,
  FIRST_TO_READ,
  NOTES,
  CARDS,
  STEPS,
  GOALS,
  SHELF,
  FROM_PROGRAMME,
  AGREEMENT,
  REFLECTIONS,
  HALFWAY,
  TIMELINE,
  RELEASES,
  THANKS_AND_END,
  CARE,
  LED,
];
