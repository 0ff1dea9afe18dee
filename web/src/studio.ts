/**
 * Everything that lives while one person is signed in: connection, outbox, rooms, drafts. Built once per sign-in and
 * closed with it.
 */
import { computed, effect, untracked, type ReadonlySignal } from "@preact/signals";

import type { Me, MyMeetings, MyParts, MyRooms, RoomCard, RoomSnapshot } from "./contract.ts";
import { isRefused, Unreachable, type Http } from "./http.ts";
import { createCommandIds } from "./live/command_id.ts";
import type { Connection } from "./live/connection.ts";
import type { Keep } from "./live/keep.ts";
import { watchNetwork, type Network } from "./live/network.ts";
import { createOutbox, type Outbox, type Outgoing, type OutboxMethod } from "./live/outbox.ts";
import { createOutboxStore } from "./live/outbox_store.ts";
import { joinTabs } from "./live/tabs.ts";
import { createMeetings, type Meetings } from "./mine/meetings.ts";
import { createProgrammes, type Programmes } from "./mine/programmes.ts";
import { createPresence, type Presence } from "./presence/presence.ts";
import { createDrafts, type Drafts } from "./rooms/drafts.ts";
import { createRooms, type Rooms } from "./rooms/rooms.ts";

export interface Studio {
  readonly me: string;
  readonly rooms: Rooms;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly presence: Presence;
  readonly programmes: Programmes;
  readonly meetings: Meetings;
  readonly connection: Connection;
  readonly keep: Keep;
  readonly network: ReadonlySignal<Network["reach"]["value"]>;
  say(room: string, method: OutboxMethod, data: Outgoing["data"], delay?: number): Promise<string>;
  /** Gives my emoji to a message, or takes it back. */
  react(room: string, message: number, emoji: string, on: boolean): Promise<void>;
  leave(room: string): Promise<void>;
  /** Forgets what this browser keeps of the person, their unsent words included. */
  forget(): Promise<void>;
  close(): void;
}

export interface StudioPorts {
  http: Http;
  connection: Connection;
  keep: Keep;
  /** Whether this browser's login is still the one that this studio was opened for. */
  isStillMe: () => boolean;
  /** The server ended this login, or another tab signed out. */
  onSignedOut: (why: "ended" | "left") => void;
}

/** Cached snapshots hold the newest messages only; the rest is paged when there is a network. */
const KEPT_MESSAGES = 50;
const KEEP_MS = 1_000;
const READ_MS = 400;
const SPREAD_MS = 5_000;
const AGAIN_MS = 20_000;
const KNOWN_AGAIN_MS = 500;
const REFRESH_MS = 30_000;
/** Closings after which no login is left, or none that may connect. */
const LOGIN_ENDED = 4501;
/** The cookie stood for nobody: it may have been replaced by a newer one just then. */
const NOT_KNOWN = 3500;

export function openStudio(me: Me, ports: StudioPorts): Studio {
  const { http, connection, keep } = ports;
  const tabs = joinTabs(me.id);
  const network = watchNetwork(connection.link);
  const newId = createCommandIds();
  const closers: (() => void)[] = [];
  const keeper = createKeeper(keep);
  /** What was about to be kept must not come after the clearing. */
  const signedOut = (why: "ended" | "left"): void => {
    keeper.stop();
    ports.onSignedOut(why);
  };
  const later = (ms: number, run: () => void): void => {
    const timer = setTimeout(run, ms);
    closers.push(() => clearTimeout(timer));
  };

  const outbox = createOutbox(me.id, {
    store: createOutboxStore(keep),
    send: (method, data) => {
      // Another tab may have let somebody else in meanwhile: my words never go out under their name.
      if (!ports.isStillMe()) signedOut("left");
      return ports.isStillMe() ? connection.rpc(method, data) : Promise.reject(new Unreachable("another person"));
    },
    ready: computed(() => connection.link.value === "connected"),
    ordered: connection.ordered,
    own: tabs.own,
    tell: tabs.tell,
    hear: (listener) => tabs.hear((news) => news.kind !== "signed_out" && listener(news)),
    now: Date.now,
    later: (ms, run) => void setTimeout(run, ms),
  });
  const drafts = createDrafts(me.id, (draft) => connection.rpc("room.draft", draft));
  const markRead = createReadMarker(connection, http);
  const keepLater = keeper.keep;

  const rooms = createRooms({
    http,
    connection,
    keep: (mine: MyRooms) => keepLater(`rooms ${me.id}`, () => mine),
    recall: () => keep.get<MyRooms>("cache", `rooms ${me.id}`),
    later,
    room: {
      me: me.id,
      markRead: markRead.mark,
      keep: (snapshot) => keepLater(`room ${me.id} ${snapshot.id}`, () => trimmed(snapshot)),
      forget: (room) => keeper.drop(`room ${me.id} ${room}`),
      recall: (room) => keep.get<RoomSnapshot>("cache", `room ${me.id} ${room}`),
      arrived: (room, offset, { actor, command_id }) => {
        if (actor === me.id && command_id) outbox.arrived(command_id, room, offset);
      },
      shown: outbox.shown,
    },
  });

  const cardOf = (room: string): RoomCard | undefined => rooms.all.peek()?.find(({ id }) => id === room)?.card.peek();
  const presence = createPresence({
    me: me.id,
    isOn: (room) => cardOf(room)?.presence ?? false,
    switch: (room, on) => http("POST", "/rpc/room.show_presence", { room, on }),
    present: connection.present,
    say: connection.say,
    now: Date.now,
    later: (ms, run) => void setTimeout(run, ms),
    chance: Math.random,
  });
  connection.hear(presence);
  connection.listen({
    entry: () => undefined,
    notice: (notice) => notice.kind === "presence" && presence.switched(notice.room, notice.on),
    lost: () => undefined,
  });
  closers.push(followSwitches(rooms, presence));

  const programmes = createProgrammes({
    http,
    connection,
    keep: (mine) => keepLater(`programmes ${me.id}`, () => mine),
    recall: () => keep.get<MyParts>("cache", `programmes ${me.id}`),
  });
  const meetings = createMeetings({
    http,
    connection,
    keep: (mine) => keepLater(`meetings ${me.id}`, () => mine),
    recall: () => keep.get<MyMeetings>("cache", `meetings ${me.id}`),
  });

  let loadedAt = Date.now();
  async function load(): Promise<void> {
    loadedAt = Date.now();
    try {
      await Promise.all([rooms.load(), programmes.load()]);
    } catch (error) {
      if (isRefused(error, "sign_in_required")) signedOut("ended");
      // Out of reach: the list of the last visit stands, and connecting asks again.
    }
  }

  closers.push(
    effect(() => {
      if (connection.link.value !== "connected") return;
      // Rooms recover by themselves. The list is asked anew when it is old, and not by everybody in the same second.
      if (rooms.all.peek() === null || rooms.stale.peek()) void load();
      else if (Date.now() - loadedAt > REFRESH_MS) later(Math.random() * SPREAD_MS, () => void load());
      drafts.flush();
      markRead.flush();
      for (const room of rooms.all.peek() ?? []) if (room.failed.peek()) void room.refresh();
    }),
  );
  // Whatever was lost on the way: coming back to the window asks.
  const onFocus = (): void => {
    if (Date.now() - loadedAt > REFRESH_MS) void load();
  };
  window.addEventListener("focus", onFocus);
  closers.push(() => window.removeEventListener("focus", onFocus));
  // My other devices know what I have read before this page sleeps or is gone.
  const onHide = (): void => void (document.visibilityState === "hidden" && markRead.flush());
  document.addEventListener("visibilitychange", onHide);
  const onUnload = (event: Event): void => void (outbox.fragile.peek() && event.preventDefault());
  window.addEventListener("beforeunload", onUnload);
  closers.push(() => window.removeEventListener("beforeunload", onUnload));
  window.addEventListener("pagehide", markRead.leave);
  closers.push(() => {
    document.removeEventListener("visibilitychange", onHide);
    window.removeEventListener("pagehide", markRead.leave);
  });
  connection.onStopped((code) => {
    if (code === LOGIN_ENDED) return signedOut("ended");
    if (code === NOT_KNOWN) return void askWhoIAm();
    // The server sees a fault in what we sent. Staying silent for good would help nobody.
    later(AGAIN_MS, () => connection.connect());
  });
  /** A new password gives this browser another cookie, and closes what the old one opened, in whichever order. */
  async function askWhoIAm(): Promise<void> {
    try {
      await http<Me>("GET", "/me");
      later(KNOWN_AGAIN_MS, () => connection.connect());
    } catch (error) {
      if (isRefused(error, "sign_in_required")) signedOut("ended");
      else later(AGAIN_MS, () => connection.connect());
    }
  }
  tabs.hear((news) => news.kind === "signed_out" && signedOut("left"));
  void load();
  connection.connect();

  async function say(room: string, method: OutboxMethod, data: Outgoing["data"], delay = 0): Promise<string> {
    const command_id = newId();
    const at = Date.now();
    await outbox.add({
      command_id, person: me.id, room, method, data, at, due: at + delay, attempted: false, refused: null,
    });
    return command_id;
  }

  async function react(room: string, message: number, emoji: string, on: boolean): Promise<void> {
    const same = (other: Outgoing): boolean =>
      other.room === room && other.data.message === message && other.data.emoji === emoji;
    const method = on ? "room.react" : "room.unreact";
    const last = outbox.waiting.value.findLast(same);
    // What has not left this device yet and is wanted no more is as if it had never been.
    if (last && last.method !== method && (await outbox.drop(last.command_id))) return;
    if (last?.method === method && !last.refused) return;
    await say(room, method, { message, emoji });
  }

  return {
    me: me.id,
    rooms,
    outbox,
    drafts,
    presence,
    programmes,
    meetings,
    connection,
    keep,
    network: network.reach,
    say,
    react,
    async leave(room) {
      await http("POST", "/rpc/room.leave", { room, command_id: newId() });
      rooms.all.value?.find(({ id }) => id === room)?.end("left");
    },
    async forget() {
      keeper.stop();
      await outbox.empty();
      await keep.clear("cache");
      drafts.clear();
      tabs.tell({ kind: "signed_out" });
    },
    close() {
      closers.forEach((close) => close());
      keeper.stop();
      // The connection first: leaving each room would talk into a line that the server may just be closing.
      connection.stop();
      rooms.close();
      network.close();
      tabs.close();
    },
  };
}

/** What the list says of my switches, each time that it says something else than before. */
function followSwitches(rooms: Rooms, presence: Presence): () => void {
  const known = new Map<string, boolean>();
  return effect(() => {
    for (const { id, card } of rooms.all.value ?? []) {
      const on = card.value.presence;
      if (known.get(id) !== on) untracked(() => presence.switched(id, on));
      known.set(id, on);
    }
  });
}

function trimmed(snapshot: RoomSnapshot): RoomSnapshot {
  if (snapshot.messages.length <= KEPT_MESSAGES) return snapshot;
  return { ...snapshot, messages: snapshot.messages.slice(-KEPT_MESSAGES), earlier: true };
}

/** Writes the newest state of a key once a second at most. */
function createKeeper(keep: Keep): {
  keep(key: string, value: () => unknown): void;
  drop(key: string): void;
  stop(): void;
} {
  const waiting = new Map<string, () => unknown>();
  let stopped = false;
  return {
    keep(key, value) {
      const scheduled = waiting.has(key);
      if (!stopped) waiting.set(key, value);
      if (scheduled || stopped) return;
      setTimeout(() => {
        const newest = waiting.get(key);
        waiting.delete(key);
        if (newest) keep.put("cache", key, newest()).catch(() => undefined);
      }, KEEP_MS);
    },
    drop(key) {
      waiting.delete(key);
      keep.remove("cache", key).catch(() => undefined);
    },
    stop() {
      stopped = true;
      waiting.clear();
    },
  };
}

interface ReadMarker {
  mark(room: string, number: number): void;
  flush(): void;
  /** The page goes: what is unsent leaves by a request that outlives it. */
  leave(): void;
}

/** Sends the newest read number of a room, not every one on the way; what failed goes again with the connection. */
function createReadMarker(connection: Connection, http: Http): ReadMarker {
  const unsent = new Map<string, number>();
  const keep = (room: string, number: number): void => {
    unsent.set(room, Math.max(number, unsent.get(room) ?? 0));
  };
  const send = (room: string): void => {
    const number = unsent.get(room);
    if (number === undefined || connection.link.value !== "connected") return;
    unsent.delete(room);
    connection.rpc("room.read", { room, number }).catch(() => keep(room, number));
  };
  return {
    mark(room, number) {
      keep(room, number);
      setTimeout(() => send(room), READ_MS);
    },
    flush: () => [...unsent.keys()].forEach(send),
    leave() {
      for (const [room, number] of unsent) {
        http("POST", "/rpc/room.read", { room, number }, { lasting: true }).catch(() => keep(room, number));
      }
      unsent.clear();
    },
  };
}
