/**
 * What I said and the server has not yet confirmed. It outlives the page: one tab at a time owns the sending, in the
 * order of writing, every retry under the same command id, so that nothing is lost and nothing said twice.
 */
import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";

import type { Accepted, Problem, Quote } from "../contract.ts";
import { Refused } from "../http.ts";
import type { OutboxStore } from "./outbox_store.ts";

export type OutboxMethod = "room.post" | "room.edit" | "room.withdraw" | "room.react" | "room.unreact";

export interface Outgoing {
  /** Time-ordered: sorting by it is the order of writing. */
  command_id: string;
  person: string;
  room: string;
  method: OutboxMethod;
  /** The command without room and command_id. */
  data: { text?: string; reply_to?: number; quote?: Quote; message?: number; emoji?: string };
  at: number;
  /** Not to be sent before this moment: the time in which a withdrawal can be undone. */
  due: number;
  /** It was on its way at least once; the server may have it. */
  attempted: boolean;
  /** A lasting no. It waits for the person: try again, change, or drop. */
  refused: Problem | null;
}

export interface Settled {
  command_id: string;
  room: string;
  offset: number;
  /** What was settled, to be shown until the room itself shows it. */
  outgoing: Outgoing | null;
}

export type OutboxNews =
  | { kind: "changed"; outgoing: Outgoing }
  | { kind: "dropped"; command_id: string }
  | { kind: "settled"; settled: Settled };

export interface OutboxPorts {
  store: OutboxStore;
  /** Sends one command; throws Refused, or anything else when nobody knows. */
  send: (method: string, data: unknown) => Promise<Accepted>;
  ready: ReadonlySignal<boolean>;
  /** What is sent arrives in that order. */
  ordered: ReadonlySignal<boolean>;
  /** Calls back once this tab owns the outbox; resolves the returned promise to give it up. */
  own: (owner: (released: Promise<void>) => void) => void;
  tell: (news: OutboxNews) => void;
  hear: (listener: (news: OutboxNews) => void) => void;
  now: () => number;
  later: (ms: number, run: () => void) => void;
}

export interface Outbox {
  /** Everything of mine that waits, in the order of writing. */
  readonly waiting: ReadonlySignal<readonly Outgoing[]>;
  /** Confirmed, but perhaps not yet back in its room by the live connection. */
  readonly settled: ReadonlySignal<readonly Settled[]>;
  readonly inFlight: ReadonlySignal<ReadonlySet<string>>;
  /** Something waits that this browser could not keep: its disk is full, or it keeps nothing. It goes with the page. */
  readonly fragile: ReadonlySignal<boolean>;
  /** Left by an earlier page. */
  readonly inherited: ReadonlySet<string>;
  add(outgoing: Outgoing): Promise<void>;
  retry(command_id: string): Promise<void>;
  /** False when it is on its way or may have arrived: then it can no longer be dropped. */
  drop(command_id: string): Promise<boolean>;
  /** The live connection brought it: whatever the reply, it is in the room. */
  arrived(command_id: string, room: string, offset: number): void;
  /** The room shows everything up to this offset. */
  shown(room: string, offset: number): void;
  empty(): Promise<void>;
}

/** Bound of what is under way at once; the server takes 32 per connection. */
const WINDOW = 16;
/** Bound of what may wait; above it the composer says so. */
export const OUTBOX_LIMIT = 500;
/** Confirmed words of rooms that are not open; their snapshot has them, so the oldest may go. */
const SETTLED_LIMIT = 200;
const TEMPORARY = new Set(["too_fast", "unavailable", "too_many_attempts"]);
/** The line is bad, not the command: it waits for the next connection. */
const STOPPING = new Set(["sign_in_required"]);
const RETRY_MS = 3_000;
/** It is as I wanted it, or there is nothing left to want it of: a no that nobody needs to read. */
const MOOT: Partial<Record<OutboxMethod, ReadonlySet<string>>> = {
  "room.react": new Set(["already_reacted", "message_withdrawn", "message_not_found"]),
  "room.unreact": new Set(["not_reacted", "message_withdrawn", "message_not_found"]),
};

export class OutboxFull extends Error {}

export function createOutbox(person: string, ports: OutboxPorts): Outbox {
  const waiting = signal<readonly Outgoing[]>([]);
  const settled = signal<readonly Settled[]>([]);
  const inFlight = signal<ReadonlySet<string>>(new Set());
  const inherited = new Set<string>();
  const unkept = signal<ReadonlySet<string>>(new Set());
  const fragile = computed(() => waiting.value.some(({ command_id }) => unkept.value.has(command_id)));
  let owner = false;
  /** After a temporary no nothing is sent until then, so that later words do not overtake earlier ones. */
  let pausedUntil = 0;

  const put = (outgoing: Outgoing): void => {
    const others = waiting.value.filter((other) => other.command_id !== outgoing.command_id);
    waiting.value = [...others, outgoing].sort((a, b) => (a.command_id < b.command_id ? -1 : 1));
  };
  const take = (command_id: string): void => {
    waiting.value = waiting.value.filter((other) => other.command_id !== command_id);
  };
  const find = (command_id: string): Outgoing | undefined =>
    waiting.value.find((other) => other.command_id === command_id);
  const fly = (command_id: string, flying: boolean): void => {
    const next = new Set(inFlight.value);
    if (flying) next.add(command_id);
    else next.delete(command_id);
    inFlight.value = next;
  };

  function settleHere(entry: Settled): void {
    const others = settled.value.filter((other) => other.command_id !== entry.command_id);
    batch(() => {
      take(entry.command_id);
      settled.value = [...others, entry].slice(-SETTLED_LIMIT);
    });
  }

  async function change(outgoing: Outgoing): Promise<void> {
    put(outgoing);
    await store(outgoing);
    ports.tell({ kind: "changed", outgoing });
  }

  /** A disk that fails takes nothing back: the words wait here, and are sent from here. */
  async function store(outgoing: Outgoing): Promise<void> {
    const kept = await ports.store.put(outgoing).catch(() => false);
    const others = [...unkept.value].filter((id) => id !== outgoing.command_id && find(id));
    unkept.value = new Set(kept ? others : [...others, outgoing.command_id]);
  }

  async function settle(outgoing: { command_id: string; room: string }, offset: number): Promise<void> {
    const entry = { ...outgoing, offset, outgoing: find(outgoing.command_id) ?? null };
    settleHere(entry);
    ports.tell({ kind: "settled", settled: entry });
    await ports.store.remove(entry.command_id);
  }

  async function forget(command_id: string): Promise<void> {
    take(command_id);
    ports.tell({ kind: "dropped", command_id });
    await ports.store.remove(command_id);
  }

  function pump(): void {
    if (!owner || !ports.ready.value) return;
    const pause = pausedUntil - ports.now();
    if (pause > 0) return ports.later(pause, pump);
    const window = ports.ordered.value ? WINDOW : 1;
    for (const outgoing of waiting.value) {
      if (inFlight.value.size >= window) return;
      if (outgoing.refused || inFlight.value.has(outgoing.command_id)) continue;
      const wait = outgoing.due - ports.now();
      if (wait > 0) ports.later(wait, pump);
      else void dispatch(outgoing);
    }
  }

  async function dispatch(outgoing: Outgoing): Promise<void> {
    fly(outgoing.command_id, true);
    const first = !outgoing.attempted;
    if (first) {
      put({ ...outgoing, attempted: true });
      ports.tell({ kind: "changed", outgoing: { ...outgoing, attempted: true } });
    }
    const { command_id, room, method, data } = outgoing;
    // The command leaves first, in this very turn: the order of sending must not hang on the disk.
    const outcome = ports.send(method, { room, command_id, ...data }).then(
      ({ offset }) => () => settle({ command_id, room }, offset ?? 0),
      (error: unknown) => () => failed(command_id, error),
    );
    if (first) await store({ ...outgoing, attempted: true });
    const conclude = await outcome;
    await conclude().catch(() => undefined);
    fly(command_id, false);
    pump();
  }

  async function failed(command_id: string, error: unknown): Promise<void> {
    const outgoing = find(command_id);
    if (!outgoing) return;
    if (error instanceof Refused && !STOPPING.has(error.problem.code)) {
      if (MOOT[outgoing.method]?.has(error.problem.code)) return forget(command_id);
      if (!TEMPORARY.has(error.problem.code)) return change({ ...outgoing, refused: error.problem });
      pausedUntil = ports.now() + Number(error.problem.seconds ?? RETRY_MS / 1000) * 1000;
      return;
    }
    pausedUntil = Math.max(pausedUntil, ports.now() + (ports.ready.value ? RETRY_MS : 0));
  }

  ports.hear((news) => {
    if (news.kind === "changed" && news.outgoing.person === person) put(news.outgoing);
    if (news.kind === "dropped") take(news.command_id);
    if (news.kind === "settled") settleHere(news.settled);
    pump();
  });

  const load = async (): Promise<void> => {
    const kept = await ports.store.all(person).catch(() => []);
    const unknown = kept.filter((outgoing) => !find(outgoing.command_id));
    unknown.forEach((outgoing) => inherited.add(outgoing.command_id));
    batch(() => unknown.forEach(put));
  };
  void load();

  ports.own((released) => {
    // What the tab before me left is in the store, not in my memory.
    void load().then(() => {
      owner = true;
      pump();
    });
    void released.then(() => (owner = false));
  });
  computed(() => ports.ready.value).subscribe((ready) => {
    if (!ready) return;
    pausedUntil = 0;
    pump();
  });

  return {
    waiting,
    settled,
    inFlight,
    fragile,
    inherited,
    async add(outgoing) {
      if (waiting.value.length >= OUTBOX_LIMIT) throw new OutboxFull();
      const stored = change(outgoing);
      pump();
      await stored;
    },
    async retry(command_id) {
      const outgoing = find(command_id);
      if (!outgoing) return;
      await change({ ...outgoing, refused: null });
      pump();
    },
    async drop(command_id) {
      const outgoing = find(command_id);
      if (!outgoing) return true;
      if (inFlight.value.has(command_id) || (outgoing.attempted && !outgoing.refused)) return false;
      await forget(command_id);
      return true;
    },
    arrived(command_id, room, offset) {
      if (find(command_id)) void settle({ command_id, room }, offset);
    },
    shown(room, offset) {
      const left = settled.value.filter((entry) => entry.room !== room || entry.offset > offset);
      if (left.length !== settled.value.length) settled.value = left;
    },
    async empty() {
      waiting.value = [];
      await ports.store.clear(person);
    },
  };
}
