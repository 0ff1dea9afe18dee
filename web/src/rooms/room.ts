/**
 * One room of mine as long as I am signed in: its card always, its talk once it was opened. Entries arrive through the
 * live connection; a snapshot replaces what can no longer be bridged.
 */
import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";

import type { Entry, File as RoomFile, Item, Message, RoomCard, RoomSnapshot, TalkPage } from "../contract.ts";
import type { Http } from "../http.ts";
import { Refused } from "../http.ts";
import type { Follower, Position } from "../live/connection.ts";
import { amend, evolve } from "../live/evolve.ts";
import { filesWithin, firstNew, isSaid, saidOf, type Said } from "./said.ts";
import { holds, join, type Stretch } from "./stretch.ts";
import { advanceCard, countAfter } from "./unread.ts";

export interface RoomPorts {
  http: Http;
  me: string;
  /** Tells the server how far I have read; may fail, the next one says more. */
  markRead: (room: string, number: number) => void;
  keep: (snapshot: RoomSnapshot) => void;
  /** The room is no longer mine to read: nothing of it stays in this browser. */
  forget: (room: string) => void;
  recall: (room: string) => Promise<RoomSnapshot | undefined>;
  /** An entry came by the live connection, before it is shown. */
  arrived: (room: string, offset: number, entry: Entry) => void;
  /** Everything up to this offset is shown. */
  shown: (room: string, offset: number) => void;
  /** Somebody is here whose name no entry tells. */
  namesWanted: () => void;
}

export type Ending = "removed" | "left" | "unknown";

/** What came of looking for a message: it is loaded, it is not mine to read, or nobody could be asked. */
export type Found = "here" | "nowhere" | "unreachable";

export interface Room {
  readonly id: string;
  readonly card: ReadonlySignal<RoomCard>;
  readonly snapshot: ReadonlySignal<RoomSnapshot | null>;
  /** The part of the talk that is read: its newest, or one farther up that an address or a quotation led to. */
  readonly stretch: ReadonlySignal<Stretch | null>;
  /** Messages outside of it that a quotation needs, as they are now. */
  readonly originals: ReadonlySignal<readonly Message[]>;
  /** The snapshot is from an earlier visit: what came since is not in it. */
  readonly stale: ReadonlySignal<boolean>;
  readonly failed: ReadonlySignal<boolean>;
  readonly ending: ReadonlySignal<Ending | null>;
  /** The number up to which I had read when the newest unread words came; the line stands after it. */
  readonly line: ReadonlySignal<number | null>;
  readonly follower: Follower;
  setCard(card: RoomCard, epoch: string): void;
  open(): Promise<void>;
  /** Asks again for what could not be loaded. */
  refresh(): Promise<void>;
  close(): void;
  loadEarlier(): Promise<void>;
  loadLater(): Promise<void>;
  /** Brings the part around a message. */
  find(message: number): Promise<Found>;
  /** Brings the newest part back to the first unread words; gives their message, or the file. */
  findUnread(): Promise<Said | null>;
  /** Leaves a part farther up for the newest one. */
  toNewest(): void;
  /** Fetches a message that is quoted and not loaded, into `originals`. */
  recallOriginal(message: number): void;
  /** Everything up to this number stood before my eyes. */
  seen(number: number): void;
  /** On another device I have read up to this number. */
  heardRead(number: number): void;
  /** New words come while nobody looks: they will stand under the line. */
  look(looking: boolean): void;
  /** Whether the end of the talk is what stands before the eyes. */
  stand(atEnd: boolean): void;
  end(ending: Ending): void;
}

const REMOVED = 2000;
/** Bound of the messages kept for quotations alone. */
const ORIGINALS_LIMIT = 100;
/** So many of the newest messages are held at most; from there on as many as an evening needs. Earlier ones come again when
 * somebody scrolls up to them. */
const HELD_LIMIT = 400;
const HELD = 200;
/** How far back the first unread words are looked for: 20 pages. */
const UNREAD_PAGES = 20;

export function createRoom(first: RoomCard, epoch: string, ports: RoomPorts): Room {
  const id = first.id;
  const card = signal(first);
  const snapshot = signal<RoomSnapshot | null>(null);
  const stale = signal(false);
  const failed = signal(false);
  const ending = signal<Ending | null>(null);
  const line = signal<number | null>(null);
  const apart = signal<Stretch | null>(null);
  const originals = signal<readonly Message[]>([]);
  const newest = computed(() => {
    const now = snapshot.value;
    return now && { messages: now.messages, earlier: now.earlier, later: false };
  });
  const stretch = computed(() => apart.value ?? newest.value);
  let lifeOfLog = epoch;
  let position: Position | null = { epoch, offset: first.offset };
  let looking = false;
  let atEnd = true;
  let opened = false;
  /** Up to here I have read; the server may not know it yet. */
  let readTo = first.read;
  /** Entries that came while a snapshot was on its way: it may be older than they are. */
  let meanwhile: { offset: number; entry: Entry }[] | null = null;
  let loading: Promise<void> | null = null;
  let paging: Promise<void> | null = null;
  /** What came while a page was on its way, for every page. */
  const onTheWay = new Set<{ offset: number; entry: Entry }[]>();
  const asked = new Set<number>();
  let recalling: Promise<void> = Promise.resolve();

  function apply(offset: number, entry: Entry): void {
    meanwhile?.push({ offset, entry });
    onTheWay.forEach((missed) => missed.push({ offset, entry }));
    const before = snapshot.value;
    batch(() => {
      ports.arrived(id, offset, entry);
      if (isSaid(entry) && entry.actor !== ports.me && !looking && line.value === null) {
        line.value = card.value.talk;
      }
      card.value = advanceCard(card.value, offset, entry, ports.me, readTo);
      if (apart.value) apart.value = { ...apart.value, messages: amend(apart.value.messages, offset, entry) };
      if (originals.value.length > 0) originals.value = amend(originals.value, offset, entry);
      if (before && !stale.value) show(before, offset, entry);
    });
    if (entry.kind === "member_added" || entry.kind === "member_removed") ports.namesWanted();
  }

  function show(before: RoomSnapshot, offset: number, entry: Entry): void {
    if (offset > before.offset + 1) {
      // A hole means that something was lost on the way; the log has it.
      void reload();
      return;
    }
    const evolved = evolve(before, offset, entry);
    if (evolved === before) return;
    const after = shortened(evolved);
    if (after !== evolved) leaveBehind(evolved, after);
    snapshot.value = after;
    ports.shown(id, after.offset);
    ports.keep(after);
  }

  /** What is read farther up stays as a part of its own; at the end the line goes with read words under it. */
  function leaveBehind(whole: RoomSnapshot, rest: RoomSnapshot): void {
    const gone = rest.messages[0]!.number - 1;
    if (opened && !atEnd) apart.value ??= { messages: whole.messages, earlier: whole.earlier, later: true };
    else if (line.value !== null && line.value < gone && gone <= readTo) line.value = null;
  }

  function finish(reason: Ending): void {
    // The line may tell that I am out before the answer tells that I left myself.
    if (ending.value === null || reason === "left") ending.value = reason;
    ports.forget(id);
  }

  function reload(): Promise<void> {
    loading ??= load().finally(() => (loading = null));
    return loading;
  }

  async function load(): Promise<void> {
    meanwhile = [];
    try {
      const fresh = await ports.http<RoomSnapshot>("GET", `/rooms/${encodeURIComponent(id)}`);
      take(fresh, meanwhile);
    } catch (error) {
      if (error instanceof Refused && error.problem.code === "not_found") finish("unknown");
      else failed.value = true;
      throw error;
    } finally {
      meanwhile = null;
    }
  }

  function take(fresh: RoomSnapshot, since: { offset: number; entry: Entry }[]): void {
    let now = fresh;
    for (const { offset, entry } of since) now = evolve(now, offset, entry);
    const farther = now.epoch === lifeOfLog ? apart.value : null;
    batch(() => {
      readTo = now.epoch === lifeOfLog ? Math.max(now.read, readTo) : now.read;
      lifeOfLog = now.epoch;
      snapshot.value = withEarlier(now, snapshot.value, stale.value);
      stale.value = false;
      failed.value = false;
      const last = now.messages.at(-1);
      const lastAt = Math.max(last?.at ?? 0, now.things?.files?.at(-1)?.at ?? 0) || card.value.last_at;
      card.value = { ...card.value, offset: now.offset, talk: now.talk, last_at: lastAt };
      read(readTo);
      drawLine();
      ports.shown(id, now.offset);
      // What is loaded beside the newest part may have missed what the snapshot knows.
      originals.value = [];
      asked.clear();
      apart.value = farther;
    });
    ports.keep(now);
    if (farther) void renew(farther);
  }

  async function renew(farther: Stretch): Promise<void> {
    const middle = farther.messages[Math.floor(farther.messages.length / 2)]!;
    const page = await pageOf(`around=${middle.id}`).catch(() => null);
    if (apart.value === null) return;
    if (page) put(page);
    else apart.value = null;
  }

  /** Where there is something new, once per visit. */
  function drawLine(): void {
    if (opened && card.value.unread > 0) line.value ??= readTo;
  }

  function read(number: number): void {
    readTo = Math.max(readTo, number);
    card.value = { ...card.value, ...countAfter(readTo, card.value, stale.value ? [] : saidHere(), ports.me) };
    if (snapshot.value && snapshot.value.read < readTo) snapshot.value = { ...snapshot.value, read: readTo };
  }

  const follower: Follower = {
    async position() {
      if (position === null) {
        await reload();
        return { epoch: lifeOfLog, offset: snapshot.value?.offset ?? 0 };
      }
      const known = position;
      // Asked again means that the server could not go on from here.
      position = null;
      return known;
    },
    entry: apply,
    lost: () => void reload().catch(() => undefined),
    ended: (code) => {
      if (code === REMOVED) finish("removed");
      else void reload().catch(() => undefined);
    },
  };

  return {
    id, card, snapshot, stretch, originals, stale, failed, ending, line, follower,
    setCard(next, nextEpoch) {
      const known = next.read;
      if (nextEpoch !== lifeOfLog) readTo = known;
      if (nextEpoch !== lifeOfLog || next.offset >= card.value.offset) card.value = next;
      else card.value = { ...card.value, people: next.people, kind: next.kind };
      if (known !== readTo) read(known);
    },
    async open() {
      opened = true;
      if (snapshot.value && !stale.value) drawLine();
      if (!snapshot.value) {
        const kept = await ports.recall(id);
        if (kept && !snapshot.value) batch(() => ([snapshot.value, stale.value] = [kept, true]));
      }
      if (!snapshot.value || stale.value) await reload().catch(() => undefined);
    },
    refresh: () => reload().catch(() => undefined),
    close() {
      looking = false;
      opened = false;
      atEnd = true;
      line.value = null;
      apart.value = null;
    },
    loadEarlier: () => onePage(earlier),
    loadLater: () => onePage(later),
    find,
    async findUnread() {
      const after = readTo;
      apart.value = null;
      line.value ??= after;
      for (let pages = 0; pages < UNREAD_PAGES; pages += 1) {
        const oldest = snapshot.value?.messages[0];
        if (!oldest || oldest.number <= after + 1 || !snapshot.value?.earlier) break;
        await onePage(earlier);
        if (snapshot.value.messages[0]?.id === oldest.id) break;
      }
      return firstNew(saidHere(), after, ports.me) ?? null;
    },
    toNewest() {
      apart.value = null;
    },
    recallOriginal(message) {
      if (asked.has(message) || stale.value || !snapshot.value) return;
      asked.add(message);
      recalling = recalling.then(() => recall(message));
    },
    seen(number) {
      const to = Math.min(number, card.value.talk);
      if (to <= readTo) return;
      batch(() => read(to));
      ports.markRead(id, to);
    },
    heardRead(number) {
      if (number <= readTo) return;
      batch(() => {
        read(number);
        if (!looking && card.value.unread === 0) line.value = null;
      });
    },
    look(next) {
      looking = next;
    },
    stand(next) {
      atEnd = next;
    },
    end: finish,
  };

  function saidHere(): readonly Said[] {
    return saidOf(snapshot.value?.messages ?? [], snapshot.value?.things?.files);
  }

  function onePage(load: () => Promise<void>): Promise<void> {
    paging ??= load().finally(() => (paging = null));
    return paging;
  }

  async function earlier(): Promise<void> {
    const before = stretch.value;
    const oldest = before?.messages[0];
    if (!before?.earlier || !oldest || stale.value) return;
    const page = await pageOf(`before=${oldest.id}`);
    // A snapshot may have replaced everything while the page was on its way.
    if (stretch.value?.messages[0]?.id === oldest.id) put({ ...page, later: true }, stretch.value);
  }

  async function later(): Promise<void> {
    const before = apart.value;
    const last = before?.messages.at(-1);
    if (!before?.later || !last || stale.value) return;
    const page = await pageOf(`after=${last.id}`);
    if (apart.value?.messages.at(-1)?.id === last.id) put(apart.value, page);
  }

  async function find(message: number): Promise<Found> {
    if (stretch.value && holds(stretch.value.messages, message)) return "here";
    if (newest.value && holds(newest.value.messages, message)) {
      apart.value = null;
      return "here";
    }
    if (!newest.value || stale.value) return "unreachable";
    const file = snapshot.value?.things?.files?.find(({ id: one }) => one === message);
    try {
      if (file) return await findFile(file);
      const page = await pageOf(`around=${message}`);
      if (!holds(page.messages, message)) return "nowhere";
      put(page);
      return "here";
    } catch (error) {
      return error instanceof Refused && error.problem.code === "message_not_found" ? "nowhere" : "unreachable";
    }
  }

  /** A file has no page of its own: it stands between what was said before and after it. */
  async function findFile(file: Item<RoomFile>): Promise<Found> {
    if (stretch.value && filesWithin([file], stretch.value).length > 0) return "here";
    apart.value = null;
    if (newest.value && filesWithin([file], newest.value).length > 0) return "here";
    const [upper, lower] = [await pageOf(`before=${file.id}`), await pageOf(`after=${file.id}`)];
    if (upper.messages.length > 0) put(upper, lower);
    else put(lower);
    return "here";
  }

  /** Shows these as one; what touches the newest part becomes part of it. */
  function put(upper: Stretch, lower?: Stretch | null): void {
    const whole = lower ? (join(upper, lower, true) ?? upper) : upper;
    const now = snapshot.value;
    if (!now) return;
    // What was said after the snapshot comes by the live connection, once.
    const messages = whole.messages.filter(({ id: one }) => one <= now.offset);
    const joined = join({ ...whole, messages }, { messages: now.messages, earlier: now.earlier, later: false });
    batch(() => {
      apart.value = joined ? null : whole;
      if (joined) snapshot.value = { ...now, messages: [...joined.messages], earlier: joined.earlier };
    });
  }

  /** One after the other: the page that brings one original often brings the next one. */
  async function recall(message: number): Promise<void> {
    if (holds(originals.value, message)) return;
    try {
      const { messages } = await pageOf(`around=${message}`);
      const wanted = messages.filter(({ id: one }) => asked.has(one) && !holds(originals.value, one));
      originals.value = [...originals.value, ...wanted].slice(-ORIGINALS_LIMIT);
    } catch (error) {
      if (!(error instanceof Refused)) asked.delete(message);
    }
  }

  async function pageOf(query: string): Promise<TalkPage> {
    const missed: { offset: number; entry: Entry }[] = [];
    onTheWay.add(missed);
    try {
      const page = await ports.http<TalkPage>("GET", `/rooms/${encodeURIComponent(id)}/talk?${query}`);
      const since = missed.filter(({ offset }) => offset > page.offset);
      const messages = since.reduce<readonly Message[]>((now, { offset, entry }) => amend(now, offset, entry), page.messages);
      return { ...page, messages: [...messages] };
    } finally {
      onTheWay.delete(missed);
    }
  }
}

/** Without what lies too far back, so that a room that stays open for weeks weighs no more than one just opened. */
function shortened(snapshot: RoomSnapshot): RoomSnapshot {
  if (snapshot.messages.length <= HELD_LIMIT) return snapshot;
  return { ...snapshot, messages: snapshot.messages.slice(-HELD), earlier: true };
}

/** Earlier pages stay loaded when the new snapshot joins onto them; the overlap is the new one's. */
function withEarlier(fresh: RoomSnapshot, before: RoomSnapshot | null, stale: boolean): RoomSnapshot {
  const start = fresh.messages[0];
  if (!before || stale || !start || before.epoch !== fresh.epoch || !fresh.earlier) return fresh;
  const joined = before.messages.some((message) => message.id === start.id);
  // What lies before may have changed while the connection was gone, so it is taken only when nothing was lost.
  if (!joined || before.offset < fresh.offset) return fresh;
  const earlier = before.messages.filter((message) => message.id < start.id);
  return { ...fresh, messages: [...earlier, ...fresh.messages], earlier: before.earlier };
}

/** The message that stands at a reply's head, if it is loaded. */
export const findMessage = (messages: readonly Message[], id: number): Message | undefined =>
  messages.find((message) => message.id === id);

export const others = (card: RoomCard, me: string): RoomCard["people"] => card.people.filter(({ id }) => id !== me);
