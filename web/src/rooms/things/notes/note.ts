/**
 * One shared note in this browser: its document, what of it the server does not have yet, and who writes where. What is
 * unsent outlives the page and goes out when there is a network again.
 */
import { signal, type ReadonlySignal } from "@preact/signals";
import type { Subscription } from "centrifuge";
import * as Y from "yjs";

import type { Accepted, NoteSnapshot, NoteWritten, PlaceNotice, Problem } from "../../../contract.ts";
import { Refused, type Http } from "../../../http.ts";
import type { Connection } from "../../../live/connection.ts";
import type { Keep } from "../../../live/keep.ts";
import { fromBase64, toBase64 } from "./base64.ts";

export type Section = PlaceNotice["section"];
export const SECTIONS: readonly Section[] = ["talked", "decided", "next", "open"];

export interface NotePorts {
  me: string;
  room: string;
  item: number;
  http: Http;
  connection: Connection;
  keep: Keep;
  newId: () => string;
  /** Whether I show in this room that I write. */
  shown: () => boolean;
}

export interface NoteDoc {
  text(section: Section): Y.Text;
  /** Its words are here: from the server, or from an earlier visit. */
  readonly here: ReadonlySignal<boolean>;
  /** Some of what I wrote is not with the server yet. */
  readonly unsent: ReadonlySignal<boolean>;
  /** A lasting no to what I wrote. */
  readonly fault: ReadonlySignal<Problem | null>;
  /** Who writes in which section at this moment, besides me. */
  readonly writers: ReadonlySignal<ReadonlyMap<string, Section>>;
  /** I am in this section. */
  at(section: Section): void;
  close(): void;
}

/** One of these per tab. Documents join without loss, so that no tab needs to know what another has kept meanwhile. */
interface Kept {
  doc: Uint8Array;
  /** The server may lack some of it. */
  unsent: boolean;
}

interface Asked {
  id: string;
  update: Uint8Array;
}

/** At most five updates a second. */
const PACE_MS = 200;
const KEEP_MS = 500;
const RETRY_MS = 3_000;
const TELL_MS = 3_000;
/** For as long others believe that somebody is where they were. */
const STAYS_MS = 6_000;
/** Of a command by the live connection; a longer one goes by HTTP. */
const SOCKET_LETTERS = 48 * 1024;
const TEMPORARY = new Set(["too_fast", "unavailable"]);

/** Changes that came from elsewhere; `by` is null for what no single person wrote just now. */
class Elsewhere {
  readonly by: string | null;
  constructor(by: string | null) {
    this.by = by;
  }
}

export const isFromElsewhere = (origin: unknown): boolean => origin instanceof Elsewhere;

export function openNote(ports: NotePorts): NoteDoc {
  const { me, room, item, http, connection, keep } = ports;
  const doc = new Y.Doc();
  const texts = new Map(SECTIONS.map((section) => [section, doc.getText(section)]));
  const here = signal(false);
  const unsent = signal(false);
  const fault = signal<Problem | null>(null);
  const writers = signal<ReadonlyMap<string, Section>>(new Map());
  const leaving = new Map<string, ReturnType<typeof setTimeout>>();
  const key = `note ${me} ${room} ${item}`;
  let name = ports.newId();
  let waiting: Uint8Array | null = null;
  let asked: Asked | null = null;
  /** Something kept may not be with the server: only its whole document tells. */
  let unsure = false;
  let sending = false;
  let closed = false;
  let sentAt = 0;
  let toldAt = 0;
  let pumping: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;

  doc.on("update", (update: Uint8Array, origin: unknown) => {
    keepLater();
    if (isFromElsewhere(origin)) return;
    wait(update);
  });
  for (const [section, text] of texts) {
    text.observe((_event, { origin }) => {
      if (origin instanceof Elsewhere && origin.by && origin.by !== me) saw(origin.by, section);
    });
  }

  const recalled = gather();

  const { client } = connection;
  const channel = `note:${room}-${item}`;
  const known = client.getSubscription(channel);
  if (known) client.removeSubscription(known);
  const subscription = client.newSubscription(channel, { getState: load });
  subscription.on("publication", ({ offset, data, info }) => {
    if (offset === undefined) return saw(info?.user ?? "", (data as PlaceNotice).section);
    const entry = data as { kind: string; actor?: string; command_id?: string; body?: NoteWritten };
    if (entry.kind !== "note_written" || !entry.body) return;
    take(fromBase64(entry.body.update), entry.actor ?? null);
    if (asked && entry.command_id === asked.id) settle();
  });
  subscription.on("subscribed", ({ wasRecovering, recovered }) => {
    if (!wasRecovering) return;
    // A tab that was closed meanwhile has left its words to those that are open.
    void gather().then(() => (recovered && !unsure ? undefined : load())).catch(() => undefined);
  });
  subscription.subscribe();
  const unwatch = connection.link.subscribe((link) => link === "connected" && pump());
  const onHide = (): void => void (document.visibilityState === "hidden" && keepNow());
  document.addEventListener("visibilitychange", onHide);
  window.addEventListener("pagehide", keepNow);

  /** Joins what all my tabs have kept, those that are gone too, and keeps it in their place. */
  function gather(): Promise<void> {
    // What is on its way to the disk under the old name is from before this, and must not come over it.
    const next = ports.newId();
    const merge = (found: Kept[]): Kept | null => {
      if (closed || found.length === 0) return null;
      for (const kept of found) take(kept.doc, null);
      unsure ||= found.some((kept) => kept.unsent);
      here.value = true;
      wait(null);
      name = next;
      return toKeep();
    };
    return keep.gather<Kept>("cache", key, next, merge).catch(() => undefined);
  }

  /** All of it, from the server; what it lacks of mine is waiting from then on. */
  async function load(): Promise<{ epoch: string; offset: number }> {
    await recalled;
    const { epoch, offset, update } = await http<NoteSnapshot>("GET", `/rooms/${encodeURIComponent(room)}/notes/${item}`);
    const whole = fromBase64(update);
    take(whole, null);
    here.value = true;
    unsure = false;
    wait(holds(whole, doc) ? null : Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(whole)));
    return { epoch, offset };
  }

  function take(update: Uint8Array, by: string | null): void {
    try {
      Y.applyUpdate(doc, update, new Elsewhere(by));
    } catch {
      // Not ours to mend: the next visit reads the note anew.
    }
  }

  function wait(update: Uint8Array | null): void {
    waiting = join(waiting, update);
    unsent.value = isUnsent();
    pump();
  }

  function pump(): void {
    if (pumping !== undefined || sending || closed || (!waiting && !asked)) return;
    if (connection.link.peek() !== "connected") return;
    pumping = setTimeout(() => {
      pumping = undefined;
      void send();
    }, Math.max(0, sentAt + PACE_MS - Date.now()));
  }

  async function send(): Promise<void> {
    if (sending || closed) return;
    if (!asked) {
      if (!waiting) return;
      asked = { id: ports.newId(), update: waiting };
      waiting = null;
    }
    const now = asked;
    sending = true;
    sentAt = Date.now();
    let again = 0;
    try {
      await ask(now);
      fault.value = null;
      if (asked === now) settle();
    } catch (error) {
      again = error instanceof Refused ? refused(error.problem, now) : RETRY_MS;
    }
    sending = false;
    if (again === 0) pump();
    else if (again > 0) setTimeout(pump, again);
  }

  function ask({ id, update }: Asked): Promise<Accepted> {
    const command = { room, command_id: id, item, update: toBase64(update) };
    if (command.update.length <= SOCKET_LETTERS) return connection.rpc("room.write_note", command);
    return http("POST", "/rpc/room.write_note", command);
  }

  function settle(): void {
    asked = null;
    unsent.value = isUnsent();
    keepLater();
  }

  /** Milliseconds until the next try; below 0, only when I write on. */
  function refused(problem: Problem, now: Asked): number {
    if (TEMPORARY.has(problem.code)) return Number(problem.seconds ?? RETRY_MS / 1000) * 1000;
    asked = null;
    if (problem.code === "note_gap" && typeof problem.state === "string") {
      waiting = join(waiting, Y.encodeStateAsUpdate(doc, fromBase64(problem.state)));
      return PACE_MS;
    }
    waiting = join(now.update, waiting);
    fault.value = problem;
    return -1;
  }

  function saw(person: string, section: Section): void {
    if (person === "" || person === me || !SECTIONS.includes(section)) return;
    writers.value = new Map(writers.value).set(person, section);
    clearTimeout(leaving.get(person));
    leaving.set(person, setTimeout(() => {
      const others = new Map(writers.value);
      others.delete(person);
      writers.value = others;
    }, STAYS_MS));
  }

  function isUnsent(): boolean {
    return waiting !== null || asked !== null || unsure;
  }

  function toKeep(): Kept {
    return { doc: Y.encodeStateAsUpdate(doc), unsent: isUnsent() };
  }

  function keepLater(): void {
    keeping ??= setTimeout(keepNow, KEEP_MS);
  }

  /** What is new since the last time. */
  function keepNow(): void {
    if (keeping === undefined) return;
    clearTimeout(keeping);
    keeping = undefined;
    keep.put("cache", `${key} ${name}`, toKeep()).catch(() => undefined);
  }

  return {
    text: (section) => texts.get(section)!,
    here,
    unsent,
    fault,
    writers,
    at(section) {
      if (!ports.shown() || Date.now() - toldAt < TELL_MS) return;
      toldAt = Date.now();
      publish(subscription, { kind: "place", section });
    },
    close() {
      closed = true;
      keepNow();
      clearTimeout(pumping);
      leaving.forEach((timer) => clearTimeout(timer));
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("pagehide", keepNow);
      unwatch();
      client.removeSubscription(subscription);
      doc.destroy();
    },
  };
}

/** Words of somebody's own as the update that begins a note with them. */
export function updateWith(section: Section, words: string): string {
  const doc = new Y.Doc();
  doc.getText(section).insert(0, words);
  return toBase64(Y.encodeStateAsUpdate(doc));
}

/** It may be lost, and is refused where nobody shows themselves. */
const publish = (subscription: Subscription, notice: PlaceNotice): void => void subscription.publish(notice).catch(() => undefined);

const join = (one: Uint8Array | null, other: Uint8Array | null): Uint8Array | null =>
  one && other ? Y.mergeUpdates([one, other]) : (one ?? other);

/** Whether an update has all of a document, what was deleted in it included. */
function holds(update: Uint8Array, doc: Y.Doc): boolean {
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, update);
  return Y.snapshotContainsUpdate(Y.snapshot(theirs), Y.encodeStateAsUpdate(doc));
}
