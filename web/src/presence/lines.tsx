/** Who is here and who writes, in one quiet line each; nothing where nobody is shown. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { useStudio } from "../context.ts";
import { firstName, talkName } from "../rooms/names.ts";
import type { Room } from "../rooms/room.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames, listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import type { Mark } from "./roster.ts";

/** More names than this are a number. */
const NAMED = 3;

/** The line under the room's name: who is here, or what else there is to say. */
export function HereLine({ room, otherwise }: { room: Room; otherwise: string }): JSX.Element {
  const { studio, me } = useStudio();
  const { people, crowd } = studio.presence.of(room.id).value;
  const being = (mark: Mark): string[] => [...people].filter(([id, is]) => is === mark && id !== me.id).map(([id]) => id);
  const [here, away] = [being("here"), being("away")];
  if (crowd !== null) return <>{t("here-many", { count: crowd })}</>;
  if (here.length > NAMED) return <>{t("here-many", { count: here.length })}</>;
  if (here.length > 0) return <Bdi text={t("here", names(room, here))} />;
  if (away.length > 0 && away.length <= NAMED) return <Bdi text={t("away", names(room, away))} />;
  return <Bdi text={otherwise} />;
}

/** Above the place to write. It keeps its place while it is empty, so that nothing jumps. */
export function TypingLine({ room }: { room: Room }): JSX.Element | null {
  const { studio, me } = useStudio();
  const { typing } = studio.presence.of(room.id).value;
  if (!studio.presence.on(room.id).value) return null;
  const writers = [...typing.keys()].filter((id) => id !== me.id);
  const words = writers.length > NAMED ? t("typing-many") : t("typing", names(room, writers));
  return <p class="typing soft one-line">{writers.length > 0 && <Bdi text={words} />}</p>;
}

/** This room is what somebody looks at, as long as it is on a screen that is not hidden. */
export function useLooking(room: Room): void {
  const { studio } = useStudio();
  useEffect(() => {
    const look = (): void => studio.presence.look(document.visibilityState === "visible" ? room.id : null);
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      studio.presence.look(null);
    };
  }, [room]);
}

function names(room: Room, people: readonly string[]): { count: number; names: string } {
  const all = room.card.value.people;
  const called = all
    .filter(({ id }) => people.includes(id))
    .map(({ name }) => talkName(name, all.map((one) => one.name)))
    .sort(compareNames(locale.value));
  return { count: people.length, names: called.length > 0 ? listOfNames(called, locale.value) : firstName(t("somebody")) };
}
