/** The talk of a room: by day and author, more on scrolling, ways to what is new, and what of mine waits. */
import { Fragment, type JSX } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";

import { useStudio } from "../context.ts";
import type { Message } from "../contract.ts";
import { messagePath } from "../router.ts";
import { dayName } from "../text/dates.ts";
import { locale, t } from "../text/fluent.ts";
import { copyText } from "../ui/clipboard.ts";
import { Icon } from "../ui/icon.tsx";
import { arrange } from "./arrange.ts";
import { useAway } from "./memory/away.ts";
import { lookingBack } from "./memory/later.ts";
import { Group, type Acts, type MenuWish } from "./group.tsx";
import { extras } from "./parts.ts";
import type { Pending } from "./pending.ts";
import { PendingPosts } from "./pending_posts.tsx";
import { wholeOf, type Range } from "./quotes.ts";
import { findMessage, type Found, type Room } from "./room.ts";
import { filesWithin, lineBefore, saidOf } from "./said.ts";
import { useScroll } from "./scroll.ts";

interface TalkProps {
  room: Room;
  pending: Pending;
  /** The message that the address leads to. */
  target: number | null;
  onReply: (message: Message, part?: Range) => void;
  onEdit: (message: Message) => void;
  onRewrite: (text: string) => void;
  /** The address leads to the room again, no longer to one message of it. */
  onTargetLeft: () => void;
}

/** How long a withdrawal can be undone before it leaves this device. */
const UNDO_MS = 6_000;
const TOLD_MS = 3_000;

export function Talk({ room, pending, target, onReply, onEdit, onRewrite, onTargetLeft }: TalkProps): JSX.Element {
  const { studio, me } = useStudio();
  const stretch = room.stretch.value;
  const messages = stretch?.messages ?? [];
  const unread = room.card.value.unread;
  const scroller = useRef<HTMLDivElement>(null);
  const { found, setFound } = useTarget(target);
  const posts = stretch?.later ? [] : pending.posts;
  const [searched, setSearched] = useState(false);
  const unreadFar = !searched && isUnreadFar(room);
  const Extras = extras.value;
  const files = stretch ? filesWithin(room.snapshot.value?.things?.files ?? [], stretch) : [];
  const said = saidOf(messages, Extras ? files : []);
  const whole = Extras !== null || files.length === 0;
  const waits = (target !== null && found === null) || unreadFar;
  const scroll = useScroll(scroller, room, { said, whole }, posts.length, waits);
  const [active, setActive] = useState<number | null>(null);
  const [flashed, setFlashed] = useState<number | null>(null);
  const [wish, setWish] = useState<MenuWish | null>(null);
  const [told, tell] = useTold();

  const jump = useCallback(async (id: number): Promise<Found> => {
    const outcome = await scroll.busy(() => room.find(id));
    // A file is shown by a part that comes later than the talk.
    if (room.snapshot.value?.things?.files?.some((file) => file.id === id)) await extras.load();
    if (outcome === "here") {
      scroll.toMessage(id);
      setFlashed(id);
    }
    return outcome;
  }, [room]);

  const ready = room.snapshot.value !== null && !room.stale.value;
  useEffect(() => {
    if (target === null || room.snapshot.value === null) return;
    void jump(target).then((outcome) => setFound(outcome));
  }, [room, target, ready, room.snapshot.value === null]);

  // More is unread than a snapshot holds: reading goes on where it stopped.
  useEffect(() => {
    if (unreadFar) void scroll.busy(() => room.findUnread().catch(() => null)).then(() => setSearched(true));
  }, [room, unreadFar]);

  const toUnread = async (): Promise<void> => {
    const first = await scroll.busy(() => room.findUnread().catch(() => null));
    onTargetLeft();
    if (first) scroll.toMessage(first.id);
  };
  const toNewest = (): void => {
    onTargetLeft();
    scroll.toEnd();
  };
  const takeBack = (message: Message): void => void studio.say(room.id, "room.withdraw", { message: message.id }, UNDO_MS);
  const acts: Acts = {
    active, flashed, marked: found === "here" ? target : null, onActive: setActive,
    onReply: (message) => onReply(message),
    onQuote(message, picked) {
      const standing = findMessage(messages, message.id) ?? message;
      onReply(standing, picked ?? wholeOf(standing));
    },
    onEdit,
    async onCopyLink(message) {
      const copied = await copyText(location.origin + messagePath(room.id, message.id));
      tell(t(copied ? "link-copied" : "link-not-copied"));
    },
    onMenu: setWish,
    onJump: (id) => void jump(id).then((outcome) => outcome === "nowhere" && tell(t("message-nowhere"))),
  };
  const [away, putAway] = useAway(room);
  const Meanwhile = lookingBack.value;
  const closeCard = (): void => {
    // The focus must not fall out of the talk together with the button.
    scroller.current?.querySelector<HTMLElement>("#unread-line ~ .group .message")?.focus({ preventScroll: true });
    putAway();
  };
  const shown = !whole || !!room.snapshot.value?.things?.led;
  useEffect(() => {
    if (shown) void extras.load();
  }, [shown]);
  const line = lineBefore(said, stretch?.earlier ?? false, room.line.value, me.id);
  const laid = arrange(messages, me.zone, line);
  const days = Extras ? Extras.place(laid, files, me.zone, room, line) : laid;
  const last = messages.at(-1)?.id ?? null;

  return (
    <div class="talk-place">
      <div
        ref={scroller} class="talk" role="log" aria-live={scroll.quiet ? "off" : "polite"} aria-relevant="additions"
        aria-label={t("talk")} aria-busy={scroll.paging || stretch === null} onKeyDown={(event) => walk(event)}
        {...(messages.length === 0 ? { tabIndex: 0 } : {})}
      >
        <div class="talk-column">
          <Beginning room={room} paging={scroll.paging} onEarlier={scroll.earlier} />
          {days.map((day) => (
            <section key={day.key} class="day" aria-label={dayName(day.at, Date.now(), locale.value, me.zone)}>
              <h2 class="day-name">{dayName(day.at, Date.now(), locale.value, me.zone)}</h2>
              {day.parts.map((part) =>
                part === "unread" ? (
                  <Fragment key="unread">
                    {Meanwhile && away !== null && (
                      <Meanwhile.CatchUp room={room} read={away} onShown={scroll.makeRoom} onClose={closeCard} />
                    )}
                    <p class="unread-line" id="unread-line">
                      {t("unread-line")}
                    </p>
                  </Fragment>
                ) : "messages" in part ? (
                  <Group
                    key={part.key} group={part} room={room} pending={pending} acts={acts} fallback={last}
                  />
                ) : (
                  part
                ),
              )}
            </section>
          ))}
          <PendingPosts posts={posts} onRewrite={onRewrite} onJump={acts.onJump} room={room} />
          <div class="talk-end" />
        </div>
      </div>
      <div class="talk-ways">
        {target !== null && found !== null && found !== "here" && (
          <p class="way-note" role="status">
            {t(found === "nowhere" ? "message-nowhere" : "message-unreachable")}
            <button type="button" class="quiet round" onClick={onTargetLeft} aria-label={t("close")}>
              <Icon name="close" />
            </button>
          </p>
        )}
        {scroll.unreadAbove && (
          <button type="button" class="way" onClick={() => void toUnread()}>
            <Icon name="up" /> {t("to-unread", { count: unread })}
          </button>
        )}
      </div>
      {!scroll.atEnd && messages.length > 0 && (
        <button type="button" class="way to-new" onClick={toNewest}>
          <Icon name="down" /> {unread > 0 && !scroll.unreadAbove ? t("new-below", { count: unread }) : t("to-newest")}
        </button>
      )}
      <p class="told" role="status">
        {told && <span>{told}</span>}
      </p>
      {Extras && wish && (
        <Extras.MessageMenu
          wish={wish} room={room} pending={pending} acts={acts} onTakeBack={() => takeBack(wish.message)}
          onClose={() => setWish(null)}
        />
      )}
      {Extras && room.ending.value === null && room.snapshot.value?.closed == null && <Extras.QuoteOffer talk={scroller} messages={messages} acts={acts} />}
    </div>
  );
}

/** What came of looking for the message of the address; anew for every address. */
function useTarget(target: number | null): { found: Found | null; setFound: (found: Found) => void } {
  const [outcome, setOutcome] = useState<{ of: number; found: Found } | null>(null);
  const found = outcome?.of === target ? outcome.found : null;
  return { found, setFound: (next) => target !== null && setOutcome({ of: target, found: next }) };
}

/** A sentence that goes by itself. */
function useTold(): [string | null, (words: string) => void] {
  const [told, setTold] = useState<string | null>(null);
  useEffect(() => {
    if (told === null) return;
    const timer = setTimeout(() => setTold(null), TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);
  return [told, setTold];
}

/** The line is to stand before what is loaded. */
function isUnreadFar(room: Room): boolean {
  const stretch = room.stretch.value;
  const line = room.line.value;
  const start = stretch?.messages[0];
  return line !== null && !room.stale.value && !!stretch?.earlier && !!start && start.number > line + 1;
}

function Beginning({ room, paging, onEarlier }: { room: Room; paging: boolean; onEarlier: () => void }): JSX.Element | null {
  const snapshot = room.snapshot.value;
  const stretch = room.stretch.value;
  if (room.ending.value !== null) return null;
  if (!snapshot || !stretch) return <p class="soft talk-note">{room.failed.value ? t("talk-not-here") : t("one-moment")}</p>;
  if (room.stale.value) return <p class="soft talk-note">{t("talk-stale")}</p>;
  if (stretch.earlier) {
    return (
      <p class="talk-note">
        <button type="button" class="quiet" disabled={paging} onClick={onEarlier}>
          {paging ? t("one-moment") : t("earlier")}
        </button>
      </p>
    );
  }
  const programme = snapshot.first_words;
  return (
    <>
      {programme && (
        <div class="from-programme">
          <p class="soft">{t("from-programme")}</p>
          <div class="words" lang={programme.language}>
            <p dir="auto">{programme.words}</p>
          </div>
        </div>
      )}
      {stretch.messages.length === 0 && !snapshot.things?.files ? (
        <div class="talk-note first-words">
          <p>{t("talk-empty")}</p>
          <p class="soft">{t("talk-empty-next")}</p>
        </div>
      ) : (
        <p class="soft talk-note">{snapshot.floor > 0 ? t("talk-from-joining") : t("talk-beginning")}</p>
      )}
    </>
  );
}

/** Arrows go from message to message, so that Tab needs one step for the whole talk. */
function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const here = (event.target as HTMLElement).closest<HTMLElement>(".message");
  if (!here || event.target !== here) return;
  const messages = [...event.currentTarget.querySelectorAll<HTMLElement>(".message[id]")];
  const place = messages.indexOf(here);
  const next = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: messages.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  messages[next]?.focus();
}
