/** Our meeting, Our path: the places of a room beside its talk. */
import "./places.css";
import type { JSX } from "preact";

import { t } from "../../text/fluent.ts";
import { draw } from "../../ui/icon.tsx";
import { LATER } from "../../ui/later_icons.ts";
import type { Room } from "../room.ts";
import { placeName } from "./bar.tsx";
import { KINDS } from "./kinds.ts";

export { PinThing } from "../things/shelf/pin_form.tsx";

draw(LATER);

export const ON_MESSAGE = KINDS.flatMap((kind) => kind.onMessage ?? []);

export function Place({ room, at }: { room: Room; at: "meeting" | "path" }): JSX.Element {
  const sections = KINDS.flatMap((kind) => kind.section ?? []).filter((section) => section.place === at);
  const known = room.snapshot.value !== null;
  return (
    <section class="room-place" aria-label={placeName(at)} tabIndex={-1}>
      <div class="room-place-column">
        {known ? sections.map(({ Show }, index) => <Show key={index} room={room} />) : <p class="soft">{t("one-moment")}</p>}
        {known && sections.length === 0 && <p class="soft">{t("place-nothing")}</p>}
      </div>
    </section>
  );
}

export const Notices = ({ room }: { room: Room }): JSX.Element => (
  <>
    {KINDS.flatMap((kind) => kind.notice ?? []).map((Notice, index) => (
      <Notice key={index} room={room} />
    ))}
  </>
);
