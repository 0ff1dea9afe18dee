/** The three places of a room. */
import type { JSX } from "preact";

import { roomPath, type At } from "../../router.ts";
import { t } from "../../text/fluent.ts";
import { Link } from "../../ui/link.tsx";

const NAMES: Record<At, string> = { talk: "place-talk", meeting: "place-meeting", path: "place-path" };
const ORDER: readonly At[] = ["talk", "meeting", "path"];

export const placeName = (at: At): string => t(NAMES[at]);

export const Bar = ({ room, at }: { room: string; at: At }): JSX.Element => (
  <nav class="room-places" aria-label={t("room-places")}>
    {ORDER.map((place) => (
      <Link key={place} href={roomPath(room, place)} {...(place === at ? { "aria-current": "page" } : {})}>
        {placeName(place)}
      </Link>
    ))}
  </nav>
);
