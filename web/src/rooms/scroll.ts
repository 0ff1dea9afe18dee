/**
 * Where the talk stands under the eyes: at its end it stays there, elsewhere nothing moves what is being read. What
 * stood before the eyes, from the first unread words on, is read.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import type { Room } from "./room.ts";
import type { Said } from "./said.ts";

/** Nearer than this to the end counts as being there: the last words are in sight. */
const NEAR_PX = 90;
const EDGE_PX = 600;
/** Between the upper edge and what was put into the talk. */
const EDGE_OF_PUT_PX = 12;
/** The talk that was there before is in place by then. */
const SETTLE_MS = 700;

export interface Scroll {
  atEnd: boolean;
  /** The first unread words stand above the part in sight. */
  unreadAbove: boolean;
  paging: boolean;
  /** What is put in place now was said before: it is not news to be read out. */
  quiet: boolean;
  toEnd: () => void;
  earlier: () => void;
  /** Brings a message, or a file, before the eyes; does whatever loads it first. */
  toMessage: (id: number) => void;
  /** Something was put into the talk before the first unread words. */
  makeRoom: (put: HTMLElement) => void;
  busy: <T>(work: () => Promise<T>) => Promise<T>;
}

/** `said`: what is shown of the talk; `whole`: nothing of its newest part is missing. `waitsFor`: a message that the
 * address leads to is being looked for; until then the talk has no place. */
export function useScroll(
  scroller: { current: HTMLDivElement | null }, room: Room, { said, whole }: { said: readonly Said[]; whole: boolean },
  waiting: number, waitsFor: boolean,
): Scroll {
  const here = useRef({ said, whole });
  here.current = { said, whole };
  const [atEnd, setAtEnd] = useState(true);
  const [unreadAbove, setUnreadAbove] = useState(false);
  const [paging, setPaging] = useState(false);
  const [settled, setSettled] = useState(false);
  const sticking = useRef(true);
  const placed = useRef(false);
  /** A link brought the talk here, not the reader: what lies before it was passed over, not read. */
  const ledHere = useRef(false);
  const talk = room.card.value.talk;
  const readTo = room.snapshot.value?.read ?? 0;
  const first = said[0]?.id ?? null;
  const last = said.at(-1)?.id ?? null;
  const stale = room.stale.value;
  const before = useRef({ first, height: 0, waiting, stale });

  const busy = useCallback(async <T,>(work: () => Promise<T>): Promise<T> => {
    setPaging(true);
    return work().finally(() => setPaging(false));
  }, []);

  const look = useCallback((): void => {
    const element = scroller.current;
    if (!element) return;
    const near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
    const newest = !room.stretch.value?.later;
    sticking.current = near && newest;
    setAtEnd(near && newest);
    room.stand(near && newest);
    const [top, bottom] = inSight(element);
    const shown = here.current.said;
    const highest = shown.find(({ id }) => id === top)?.number ?? 0;
    const lowest = shown.find(({ id }) => id === bottom)?.number ?? 0;
    const end = here.current.whole ? room.card.value.talk : 0;
    const read = room.snapshot.value?.read ?? 0;
    const unread = room.card.value.unread > 0;
    setUnreadAbove(unread && highest > read + 1);
    if (!placed.current || room.stale.value || !isLooking()) return;
    if (sticking.current && !(ledHere.current && highest > read + 1)) room.seen(end);
    else if (unread && highest <= read + 1) room.seen(lowest);
  }, [room]);

  const toEnd = useCallback((): void => {
    room.toNewest();
    ledHere.current = false;
    sticking.current = true;
    setAtEnd(true);
    room.stand(true);
    requestAnimationFrame(() => {
      const element = scroller.current;
      if (element) element.scrollTop = element.scrollHeight;
      look();
    });
  }, [room]);

  const toMessage = useCallback((id: number): void => {
    sticking.current = false;
    ledHere.current = true;
    placed.current = true;
    requestAnimationFrame(() => {
      const target = document.getElementById(`message-${id}`) ?? document.getElementById(`file-${id}`);
      target?.scrollIntoView({ block: "center" });
      target?.focus({ preventScroll: true });
      look();
    });
  }, [room]);

  const makeRoom = useCallback((put: HTMLElement): void => {
    const element = scroller.current;
    if (!element || put.offsetTop > element.scrollTop + element.clientHeight) return;
    // Whoever reads further down goes on reading; whoever came to the line begins with what was put before it.
    if (put.offsetTop < element.scrollTop) element.scrollTop += put.offsetHeight;
    else element.scrollTop = put.offsetTop - EDGE_OF_PUT_PX;
    look();
  }, [room]);

  // What grows above must not move what is being read: measured before the page is changed, put right after it.
  const height = first !== before.current.first ? (scroller.current?.scrollHeight ?? 0) : before.current.height;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const grownAbove = placed.current && before.current.first !== null && first !== before.current.first;
    const mineCame = waiting > before.current.waiting;
    // What was kept from the last visit gives way to what is: there a line may stand.
    if (before.current.stale && !stale && sticking.current) placed.current = false;
    before.current = { first, height, waiting, stale };
    if (!placed.current && said.length > 0) {
      if (waitsFor) return;
      placed.current = true;
      const line = lineIn(element);
      if (line) element.scrollTop = line.offsetTop - element.clientHeight / 3;
      else element.scrollTop = element.scrollHeight;
      ledHere.current = !line && room.card.value.unread > 0;
      look();
    } else if (mineCame) element.scrollTop = element.scrollHeight;
    else if (sticking.current) stick(element);
    else if (grownAbove) element.scrollTop += element.scrollHeight - height;
    // Only for new words: a focus that went up to an earlier one must find it in sight.
  }, [room.stretch.value?.messages, said.length, last, waiting, waitsFor]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let frame = 0;
    const onMove = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
      if (room.stale.value || !placed.current) return;
      const { earlier, later } = room.stretch.value ?? { earlier: false, later: false };
      if (earlier && element.scrollTop < EDGE_PX) void busy(() => room.loadEarlier().catch(() => undefined));
      const below = element.scrollHeight - element.scrollTop - element.clientHeight;
      if (later && below < EDGE_PX) void busy(() => room.loadLater().catch(() => undefined));
    };
    const byHand = (): void => void (ledHere.current = false);
    const grown = new ResizeObserver(() => sticking.current && stick(element));
    element.addEventListener("scroll", onMove, { passive: true });
    for (const kind of HANDS) element.addEventListener(kind, byHand, { passive: true });
    grown.observe(element);
    if (element.firstElementChild) grown.observe(element.firstElementChild);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener("scroll", onMove);
      for (const kind of HANDS) element.removeEventListener(kind, byHand);
      grown.disconnect();
    };
  }, [room]);

  // Read is what stands on a visible, focused page.
  useEffect(() => {
    const check = (): void => {
      room.look(isLooking());
      look();
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
  }, [room, talk, readTo, atEnd, room.stretch.value?.messages, last, whole]);

  useEffect(() => {
    if (said.length === 0 && room.snapshot.value === null) return;
    const timer = setTimeout(() => setSettled(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [room, said.length === 0]);

  const earlier = useCallback((): void => void busy(() => room.loadEarlier().catch(() => undefined)), [room]);
  return { atEnd, unreadAbove, paging, quiet: paging || !settled, toEnd, earlier, toMessage, makeRoom, busy };
}

const HANDS = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

const isLooking = (): boolean => document.visibilityState === "visible" && document.hasFocus();

const lineIn = (element: HTMLElement): HTMLElement | null => element.querySelector<HTMLElement>("#unread-line");

/** Goes with the end, but not past the line of what came while nobody looked. */
function stick(element: HTMLElement): void {
  const line = isLooking() ? null : lineIn(element);
  const end = element.scrollHeight - element.clientHeight;
  element.scrollTop = line ? Math.min(end, line.offsetTop - NEAR_PX) : end;
}

/** The ids of the first and the last message or file that are seen; of the last one its end. */
function inSight(element: HTMLElement): [top: number | null, bottom: number | null] {
  const frame = element.getBoundingClientRect();
  let [top, bottom]: [number | null, number | null] = [null, null];
  for (const item of element.querySelectorAll<HTMLElement>(".message[id], .file-group[id]")) {
    const box = item.getBoundingClientRect();
    const id = Number(item.id.slice(item.id.indexOf("-") + 1));
    if (top === null && box.bottom > frame.top + 1) top = id;
    if (box.bottom <= frame.bottom + 1) bottom = id;
  }
  return [top, bottom];
}
