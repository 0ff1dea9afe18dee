/** One's own switch of a room, with what it does. */
import type { JSX } from "preact";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useStudio } from "../context.ts";
import type { Room } from "../rooms/room.ts";
import { t } from "../text/fluent.ts";
import { Tick } from "../ui/field.tsx";

export function PresenceSwitch({ room }: { room: Room }): JSX.Element {
  const { studio } = useStudio();
  const { fault, run } = useDoing();
  return (
    <>
      <Tick
        label={t("show-presence")} help={t("show-presence-what")} name="presence"
        checked={studio.presence.on(room.id).value}
        onTick={(on) => void run(() => studio.presence.show(room.id, on))}
      />
      <Fault words={fault} />
    </>
  );
}
