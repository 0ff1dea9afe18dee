/** The talk of a room: by day and author, older on scrolling up, a way down to what is new, and what of mine waits. */
import type { JSX } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import { useStudio } from "../context.ts";
import type { Message } from "../contract.ts";
import { dayName } from "../text/dates.ts";
import { locale, t } from "../text/fluent.ts";
import { Icon } from "../ui/icon.tsx";
import { arrange } from "./arrange.ts";
import { Group, type Acts } from "./group.tsx";
import type { Pending } from "./pending.ts";
import { PendingPosts } from "./pending_posts.tsx";
import type { Room } from "./room.ts";

interface TalkProps {
  room: Room;
  pending: Pending;
  onReply: (message: Message) => void;
  onEdit: (message: Message) => void;
  onRewrite: (text: string) => void;
}

/** Nearer than this to the end counts as being there: the last words are in sight. */
const NEAR_PX = 90;
const EARLIER_PX = 600;
/** The talk that was there before is in place by then. */
const SETTLE_MS = 700;
/** How far back a quotation is looked for: 20 pages. */
const SEARCH_PAGES = 20;

export function Talk({ room, pending, onReply, onEdit, onRewrite }: TalkProps): JSX.Element {
  const { me } = useStudio();
  const snapshot = room.snapshot.value;
  const messages = snapshot?.messages ?? [];
  const talk = snapshot?.talk ?? 0;
  const scroller = useRef<HTMLDivElement>(null);
  const scroll = useScroll(scroller, room, messages, pending.posts.length, talk);
  const [active, setActive] = useState<number | null>(null);
  const [flashed, setFlashed] = useState<number | null>(null);

  const jump = useCallback(async (id: number): Promise<void> => {
    for (let page = 0; page < SEARCH_PAGES; page += 1) {
      const now = room.snapshot.value;
      if (!now || now.messages.some((message) => message.id === id) || !now.earlier) break;
      await room.loadEarlier().catch(() => undefined);
      if (room.snapshot.value === now) break;
    }
    requestAnimationFrame(() => {
      const target = document.getElementById(`message-${id}`);
      target?.scrollIntoView({ block: "center" });
      target?.focus({ preventScroll: true });
      setFlashed(id);
    });
  }, [room]);

  const acts: Acts = { active, flashed, onActive: setActive, onReply, onEdit, onJump: (id) => void jump(id) };
  const days = arrange(messages, me.zone, room.line.value, me.id);
  const last = messages.at(-1)?.id ?? null;

  return (
    <div class="talk-place">
      <div
        ref={scroller} class="talk" role="log" aria-live={scroll.quiet ? "off" : "polite"} aria-relevant="additions"
        aria-label={t("talk")} aria-busy={scroll.paging || snapshot === null} onKeyDown={(event) => walk(event)}
        {...(messages.length === 0 ? { tabIndex: 0 } : {})}
      >
        <div class="talk-column">
          <Beginning room={room} paging={scroll.paging} onEarlier={scroll.earlier} />
          {days.map((day) => (
            <section key={day.key} class="day" aria-label={dayName(day.at, Date.now(), locale.value, me.zone)}>
              <h2 class="day-name">{dayName(day.at, Date.now(), locale.value, me.zone)}</h2>
              {day.parts.map((part) =>
                part === "unread" ? (
                  <p key="unread" class="unread-line" id="unread-line">
                    {t("unread-line")}
                  </p>
                ) : (
                  <Group
                    key={part.key} group={part} room={room} pending={pending} acts={acts} fallback={last}
                  />
                ),
              )}
            </section>
          ))}
          <PendingPosts posts={pending.posts} onRewrite={onRewrite} onJump={acts.onJump} room={room} />
          <div class="talk-end" />
        </div>
      </div>
      {!scroll.atEnd && messages.length > 0 && (
        <button type="button" class="to-new" onClick={scroll.toEnd}>
          <Icon name="down" /> {scroll.below > 0 ? t("new-below", { count: scroll.below }) : t("to-newest")}
        </button>
      )}
    </div>
  );
}

function Beginning({ room, paging, onEarlier }: { room: Room; paging: boolean; onEarlier: () => void }): JSX.Element | null {
  const snapshot = room.snapshot.value;
  if (room.ending.value !== null) return null;
  if (!snapshot) return <p class="soft talk-note">{room.failed.value ? t("talk-not-here") : t("one-moment")}</p>;
  if (room.stale.value) return <p class="soft talk-note">{t("talk-stale")}</p>;
  if (snapshot.earlier) {
    return (
      <p class="talk-note">
        <button type="button" class="quiet" disabled={paging} onClick={onEarlier}>
          {paging ? t("one-moment") : t("earlier")}
        </button>
      </p>
    );
  }
  if (snapshot.messages.length === 0) {
    return (
      <div class="talk-note first-words">
        <p>{t("talk-empty")}</p>
        <p class="soft">{t("talk-empty-next")}</p>
      </div>
    );
  }
  return <p class="soft talk-note">{snapshot.floor > 0 ? t("talk-from-joining") : t("talk-beginning")}</p>;
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

interface Scroll {
  atEnd: boolean;
  /** Words of others below the part in sight. */
  below: number;
  paging: boolean;
  /** What is put in place now was said before: it is not news to be read out. */
  quiet: boolean;
  toEnd: () => void;
  earlier: () => void;
}

function useScroll(
  scroller: { current: HTMLDivElement | null }, room: Room, messages: readonly Message[], waiting: number, talk: number,
): Scroll {
  const { me } = useStudio();
  const [atEnd, setAtEnd] = useState(true);
  const [paging, setPaging] = useState(false);
  const [seenTo, setSeenTo] = useState(talk);
  const [settled, setSettled] = useState(false);
  const sticking = useRef(true);
  const placed = useRef(false);
  const first = messages[0]?.id ?? null;
  const before = useRef({ first, height: 0, waiting });

  const toEnd = useCallback((): void => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
    sticking.current = true;
    setAtEnd(true);
  }, []);

  // What grows above must not move what is being read: measured before the page is changed, put right after it.
  const height = first !== before.current.first ? (scroller.current?.scrollHeight ?? 0) : before.current.height;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const grownAbove = placed.current && before.current.first !== null && first !== before.current.first;
    const mineCame = waiting > before.current.waiting;
    before.current = { first, height, waiting };
    if (!placed.current && messages.length > 0) {
      placed.current = true;
      const line = element.querySelector<HTMLElement>("#unread-line");
      if (line) element.scrollTop = line.offsetTop - element.clientHeight / 3;
      else element.scrollTop = element.scrollHeight;
      onScroll();
    } else if (mineCame || sticking.current) element.scrollTop = element.scrollHeight;
    else if (grownAbove) element.scrollTop += element.scrollHeight - height;
    // Only for new words: a focus that went up to an earlier one must find it in sight.
  }, [messages, waiting]);

  const onScroll = useCallback((): void => {
    const element = scroller.current;
    if (!element) return;
    const near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
    sticking.current = near;
    setAtEnd(near);
  }, []);

  const earlier = useCallback((): void => {
    setPaging(true);
    room.loadEarlier().catch(() => undefined).finally(() => setPaging(false));
  }, [room]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onMove = (): void => {
      onScroll();
      if (element.scrollTop < EARLIER_PX && room.snapshot.value?.earlier && !room.stale.value) earlier();
    };
    const grown = new ResizeObserver(() => {
      if (sticking.current) element.scrollTop = element.scrollHeight;
    });
    element.addEventListener("scroll", onMove, { passive: true });
    grown.observe(element);
    if (element.firstElementChild) grown.observe(element.firstElementChild);
    return () => {
      element.removeEventListener("scroll", onMove);
      grown.disconnect();
    };
  }, [room]);

  // Read is what stands on a visible, focused page, down to the last line.
  useEffect(() => {
    const check = (): void => {
      const looking = document.visibilityState === "visible" && document.hasFocus();
      room.look(looking);
      if (!looking || !sticking.current || !placed.current || room.stale.value) return;
      room.seen(talk);
      setSeenTo(talk);
    };
    check();
    window.addEventListener("focus", check);
    window.addEventListener("blur", check);
    document.addEventListener("visibilitychange", check);
    return () => {
      window.removeEventListener("focus", check);
      window.removeEventListener("blur", check);
      document.removeEventListener("visibilitychange", check);
    };
  }, [room, talk, atEnd]);

  useEffect(() => {
    if (messages.length === 0 && room.snapshot.value === null) return;
    const timer = setTimeout(() => setSettled(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [room, messages.length === 0]);

  const below = messages.filter((message) => message.number > seenTo && message.author !== me.id).length;
  return { atEnd, below, paging, quiet: paging || !settled, toEnd, earlier };
}
