/** What happened while one was away, made of what is there: meetings, decisions, what names me, then the talk. */
import type { JSX } from "preact";
import { useContext, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import { useHttp, useStudio } from "../../context.ts";
import type { NewMessages, NewThing, NewThings, Since } from "../../contract.ts";
import { messagePath } from "../../router.ts";
import { briefly } from "../../text/dates.ts";
import { locale, t } from "../../text/fluent.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Link } from "../../ui/link.tsx";
import { CalledContext } from "../called.ts";
import { Words as WordsInLine } from "../markup.tsx";
import type { Room } from "../room.ts";
import { addressOf, kindName } from "./things.ts";
import { Words } from "./words.tsx";

const isEmpty = ({ things, mentions, messages }: Since): boolean =>
  things.length === 0 && mentions.messages.length === 0 && messages.messages.length === 0;

interface CatchUpProps {
  room: Room;
  /** The number of the message up to which I had read when I came. */
  read: number;
  /** It stands in the talk now, and what comes behind it moved down. */
  onShown: (card: HTMLElement) => void;
  onClose: () => void;
}

export function CatchUp({ room, read, onShown, onClose }: CatchUpProps): JSX.Element | null {
  const http = useHttp();
  const card = useRef<HTMLElement>(null);
  const [since, setSince] = useState<Since | null>(null);
  useEffect(() => {
    let here = true;
    // Who can't be told now finds the talk below, as ever.
    void http<Since>("GET", `/rooms/${encodeURIComponent(room.id)}/since?read=${read}`).catch(() => null).then((answer) => {
      if (here && answer !== null && !isEmpty(answer)) setSince(answer);
    });
    return () => {
      here = false;
    };
  }, [room]);
  useLayoutEffect(() => {
    if (card.current) onShown(card.current);
  }, [since]);
  if (since === null) return null;
  return (
    <aside ref={card} class="catch-up" aria-label={t("meantime")} aria-live="off">
      <header>
        <h2>{t("meantime")}</h2>
        <button type="button" class="quiet round" onClick={onClose} aria-label={t("close")}>
          <Icon name="close" />
        </button>
      </header>
      <div class="catch-up-parts" tabIndex={0} role="group" aria-label={t("meantime")}>
        {since.things.map((some) => (
          <Things key={some.kind} room={room} some={some} />
        ))}
        <Messages room={room} title={t("away-named")} some={since.mentions} />
        <Messages room={room} title={t("away-said")} some={since.messages} />
      </div>
    </aside>
  );
}

function Things({ room, some }: { room: Room; some: NewThings }): JSX.Element {
  return (
    <section>
      <h3>{kindName(some.kind)}</h3>
      <ul>
        {some.things.map((thing) => (
          <li key={thing.id}>
            <Link href={addressOf(room.id, some.kind, thing.id)}>
              <Thing thing={thing} />
            </Link>
          </li>
        ))}
        <More count={some.more} />
      </ul>
    </section>
  );
}

function Thing({ thing }: { thing: NewThing }): JSX.Element {
  return (
    <>
      <Called person={thing.by} at={thing.at} /> {thing.title ? <Words text={thing.title} /> : t("away-untitled")}
      {thing.changed && <span class="soft"> · {t("away-changed")}</span>}
      {thing.reason && (
        <span class="soft">
          : <Bdi text={thing.reason} />
        </span>
      )}
    </>
  );
}

type MessagesProps = { room: Room; title: string; some: NewMessages };

function Messages({ room, title, some }: MessagesProps): JSX.Element | null {
  if (some.messages.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {some.messages.map((message) => (
          <li key={message.id}>
            <Link href={messagePath(room.id, message.id)}>
              <Called person={message.author} at={message.at} /> <WordsInLine text={message.text} />
              {message.after && " …"}
            </Link>
          </li>
        ))}
        <More count={some.more} />
      </ul>
    </section>
  );
}

const More = ({ count }: { count: number }): JSX.Element | null =>
  count > 0 ? <li class="soft">{t("away-more", { count })}</li> : null;

function Called({ person, at }: { person: string | null; at: number }): JSX.Element {
  const { me } = useStudio();
  const name = useContext(CalledContext).get(person ?? "");
  return (
    <span class="soft">
      {name && <Bdi text={name} />} <time dateTime={new Date(at).toISOString()}>{briefly(at, Date.now(), locale.value, me.zone)}</time>
    </span>
  );
}
