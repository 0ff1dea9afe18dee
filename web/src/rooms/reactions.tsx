/** What was given to a message: a quiet row. One's own is marked; pressing gives or takes back; holding tells by whom. */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";

import { useStudio } from "../context.ts";
import type { Message, Reaction } from "../contract.ts";
import { locale, t } from "../text/fluent.ts";
import { listOfNames } from "../text/order.ts";
import { nameOf, peopleOf } from "./group.tsx";
import { talkName } from "./names.ts";
import { reactionName } from "./reaction_names.ts";
import type { Room } from "./room.ts";

interface ReactionsProps {
  reactions: readonly Reaction[];
  message: Message;
  room: Room;
  reachable: boolean;
  /** They can be read and no longer given. */
  closed: boolean;
}

const HOLD_MS = 450;

export function Reactions({ reactions, message, room, reachable, closed }: ReactionsProps): JSX.Element | null {
  const { studio, me } = useStudio();
  const [held, setHeld] = useState<string | null>(null);
  const hold = useRef<{ timer: ReturnType<typeof setTimeout>; shown: boolean } | null>(null);
  if (reactions.length === 0) return null;
  const givers = (people: readonly string[]): string =>
    listOfNames(people.map((person) => talkName(nameOf(room, person), peopleOf(room))), locale.value);
  const told = reactions.find(({ emoji }) => emoji === held);

  const press = (emoji: string, mine: boolean): void => {
    if (hold.current?.shown) hold.current = null;
    else if (!closed) void studio.react(room.id, message.id, emoji, !mine).catch(() => undefined);
  };
  const begin = (emoji: string, touch: boolean): void => {
    if (!touch) return;
    const timer = setTimeout(() => {
      setHeld(emoji);
      if (hold.current) hold.current.shown = true;
    }, HOLD_MS);
    hold.current = { timer, shown: false };
  };
  const end = (): void => clearTimeout(hold.current?.timer);

  return (
    <div class="reactions" role="group" aria-label={t("reactions")} aria-live="off" onMouseLeave={() => setHeld(null)}>
      {reactions.map(({ emoji, people }) => {
        const mine = people.includes(me.id);
        return (
          <button
            key={emoji} type="button" class="reaction" aria-pressed={mine} tabIndex={reachable ? 0 : -1}
            aria-label={t("reaction-of", { reaction: reactionName(emoji), names: givers(people) })}
            onClick={() => press(emoji, mine)} onMouseEnter={() => setHeld(emoji)} onFocus={() => setHeld(emoji)}
            onBlur={() => setHeld(null)} onContextMenu={(event) => hold.current && event.preventDefault()}
            onPointerDown={(event) => begin(emoji, event.pointerType === "touch")} onPointerUp={end} onPointerCancel={end}
          >
            <span class="emoji">{emoji}</span>
            {people.length > 1 && <span class="times">{people.length}</span>}
          </button>
        );
      })}
      {told && (
        <p class="givers" aria-hidden="true">
          <bdi>{givers(told.people)}</bdi>
        </p>
      )}
    </div>
  );
}
