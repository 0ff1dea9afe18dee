/**
 * One room of mine as long as I am signed in: its card always, its talk once it was opened. Entries arrive through the
 * live connection; a snapshot replaces what can no longer be bridged.
 */
import { batch, signal, type ReadonlySignal } from "@preact/signals";

import type { Entry, Message, RoomCard, RoomSnapshot, TalkPage } from "../contract.ts";
import type { Http } from "../http.ts";
import { Refused } from "../http.ts";
import type { Follower, Position } from "../live/connection.ts";
import { evolve } from "../live/evolve.ts";
import { advanceCard } from "./unread.ts";

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

export interface Room {
  readonly id: string;
  readonly card: ReadonlySignal<RoomCard>;
  readonly snapshot: ReadonlySignal<RoomSnapshot | null>;
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
  seen(number: number): void;
  /** New words come while nobody looks: they will stand under the line. */
  look(looking: boolean): void;
  end(ending: Ending): void;
}

const REMOVED = 2000;

export function createRoom(first: RoomCard, epoch: string, ports: RoomPorts): Room {
  const id = first.id;
  const card = signal(first);
  const snapshot = signal<RoomSnapshot | null>(null);
  const stale = signal(false);
  const failed = signal(false);
  const ending = signal<Ending | null>(null);
  const line = signal<number | null>(null);
  let lifeOfLog = epoch;
  let position: Position | null = { epoch, offset: first.offset };
  let looking = false;
  /** Up to here I have read on this page; the server may not know it yet. */
  let readTo = 0;
  /** Entries that came while a snapshot was on its way: it may be older than they are. */
  let meanwhile: { offset: number; entry: Entry }[] | null = null;
  let loading: Promise<void> | null = null;
  let paging: Promise<void> | null = null;

  function apply(offset: number, entry: Entry): void {
    meanwhile?.push({ offset, entry });
    const before = snapshot.value;
    batch(() => {
      ports.arrived(id, offset, entry);
      if (entry.kind === "message_posted" && entry.actor !== ports.me && !looking && line.value === null) {
        line.value = card.value.talk;
      }
      card.value = advanceCard(card.value, offset, entry, ports.me);
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
    const after = evolve(before, offset, entry);
    if (after === before) return;
    snapshot.value = after;
    ports.shown(id, after.offset);
    ports.keep(after);
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
    batch(() => {
      lifeOfLog = now.epoch;
      snapshot.value = withEarlier(now, snapshot.value, stale.value);
      stale.value = false;
      failed.value = false;
      const last = now.messages.at(-1);
      const unread = Math.max(0, now.talk - Math.max(now.read, readTo));
      card.value = { ...card.value, offset: now.offset, talk: now.talk, unread, last_at: last?.at ?? card.value.last_at };
      ports.shown(id, now.offset);
    });
    ports.keep(now);
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
    id, card, snapshot, stale, failed, ending, line, follower,
    setCard(next, nextEpoch) {
      if (nextEpoch !== lifeOfLog || next.offset >= card.value.offset) {
        card.value = readTo >= next.talk ? { ...next, unread: 0 } : next;
      } else {
        card.value = { ...card.value, people: next.people, kind: next.kind };
      }
    },
    async open() {
      if (!snapshot.value) {
        const kept = await ports.recall(id);
        if (kept && !snapshot.value) batch(() => ([snapshot.value, stale.value] = [kept, true]));
      }
      const before = snapshot.value;
      if (!before || stale.value) await reload().catch(() => undefined);
      const now = snapshot.value;
      if (now && !stale.value && card.value.unread > 0) line.value ??= card.value.talk - card.value.unread;
    },
    refresh: () => reload().catch(() => undefined),
    close() {
      looking = false;
      line.value = null;
    },
    loadEarlier() {
      paging ??= page().finally(() => (paging = null));
      return paging;
    },
    seen(number) {
      const { talk, unread } = card.value;
      if (unread === 0 || number < talk) return;
      readTo = talk;
      card.value = { ...card.value, unread: 0 };
      if (snapshot.value) snapshot.value = { ...snapshot.value, read: talk };
      ports.markRead(id, talk);
    },
    look(next) {
      looking = next;
    },
    end: finish,
  };

  async function page(): Promise<void> {
    const before = snapshot.value;
    const oldest = before?.messages[0];
    if (!before?.earlier || !oldest || stale.value) return;
    const path = `/rooms/${encodeURIComponent(id)}/talk?before=${oldest.id}`;
    const { messages, earlier } = await ports.http<TalkPage>("GET", path);
    const now = snapshot.value;
    // A snapshot may have replaced everything while the page was on its way.
    if (!now || now.messages[0]?.id !== oldest.id) return;
    snapshot.value = { ...now, messages: [...messages, ...now.messages], earlier };
  }
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
