/** What the talk of a group says where it is led: that words are hidden and by whom, and when one may write again. */
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";

import { useStudio } from "../../../context.ts";
import { t } from "../../../text/fluent.ts";
import { nameOf } from "../../group.tsx";
import type { Room } from "../../room.ts";
import { hiding, paceOf, type Held } from "./pace.ts";

/** Taken back by who wrote it, or hidden: then everybody sees by whom, and who can give it back. */
export function Gone({ room, message }: { room: Room; message: number }): JSX.Element {
  const by = hiding(room, message)?.by;
  return <>{by ? t("led-hidden-by", { name: nameOf(room, by) }) : t("taken-back")}</>;
}

interface PaceProps {
  room: Room;
  /** A change of old words waits for a pause alone. */
  edits: boolean;
  onHeld: (held: Held) => void;
}

export function Pace({ room, edits, onHeld }: PaceProps): JSX.Element | null {
  const { me } = useStudio();
  const [, tick] = useState(0);
  const { paused, seconds } = paceOf(room, me.id, Date.now());
  const waits = seconds > 0;
  const held = paused ? "all" : waits && !edits ? "sending" : null;
  useLayoutEffect(() => onHeld(held), [held]);
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => tick(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [waits]);
  if (held === null) return null;
  return (
    <p class="limit" id="words-pace">
      {paused ? t("refused-writing_paused") : t("refused-writing_slowed", { seconds })}
    </p>
  );
}
