/** All rooms of mine: followed live, listed calmly, their unread words counted. */
import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";

import type { MyRooms } from "../contract.ts";
import type { Http } from "../http.ts";
import type { Connection } from "../live/connection.ts";
import { createRoom, type Room, type RoomPorts } from "./room.ts";
import { sumUnread } from "./unread.ts";

export interface Rooms {
  /** Null until the list is known. */
  readonly all: ReadonlySignal<readonly Room[] | null>;
  readonly unread: ReadonlySignal<number>;
  /** The list is from an earlier visit. */
  readonly stale: ReadonlySignal<boolean>;
  load(): Promise<void>;
  /** Takes a room out of the list once its ending was read. */
  forget(id: string): void;
  close(): void;
}

export interface RoomsPorts {
  http: Http;
  connection: Connection;
  keep: (rooms: MyRooms) => void;
  recall: () => Promise<MyRooms | undefined>;
  later: (ms: number, run: () => void) => void;
  room: Omit<RoomPorts, "http" | "namesWanted">;
}

/** So long an announced message may be on its way. */
const PATIENCE_MS = 2_000;

export function createRooms(ports: RoomsPorts): Rooms {
  const all = signal<readonly Room[] | null>(null);
  const stale = signal(false);
  /** Told of by a notice, and not yet by the room's own connection: the list knows. */
  const expected = new Map<string, number>();
  const unfollow = new Map<string, () => void>();
  let loading: Promise<void> | null = null;

  const make = (mine: MyRooms): Room[] =>
    mine.rooms.map((card) => {
      const known = all.value?.find((room) => room.id === card.id && room.ending.value === null);
      if (!known) {
        // Whoever comes back into a room follows it anew.
        drop(card.id);
        return createRoom(card, mine.epoch, { ...ports.room, http: ports.http, namesWanted: reload });
      }
      known.setCard(card, mine.epoch);
      return known;
    });

  function take(mine: MyRooms, live: boolean): void {
    batch(() => {
      const rooms = make(mine);
      const gone = (all.value ?? []).filter((room) => !rooms.includes(room));
      // A room that ended stays until its last words were read.
      for (const room of gone) if (live) room.end("removed");
      all.value = [...rooms, ...gone.filter((room) => !rooms.some(({ id }) => id === room.id))];
      stale.value = !live;
    });
    if (live) follow();
  }

  function follow(): void {
    for (const room of all.value ?? []) {
      if (room.ending.value !== null || unfollow.has(room.id)) continue;
      unfollow.set(room.id, ports.connection.follow(room.id, room.follower));
    }
  }

  function drop(id: string): void {
    unfollow.get(id)?.();
    unfollow.delete(id);
  }

  async function fetchAll(): Promise<void> {
    const mine = await ports.http<MyRooms>("GET", "/rooms");
    // Rooms from an earlier visit carry positions of that visit: they begin anew.
    if (stale.value) all.value = (all.value ?? []).filter((room) => room.snapshot.value !== null && !room.stale.value);
    take(mine, true);
    ports.keep(mine);
  }

  function load(): Promise<void> {
    loading ??= fetchAll().finally(() => (loading = null));
    return loading;
  }

  const find = (id: string): Room | undefined => all.value?.find((room) => room.id === id);
  /** A list that is on its way may be older than what calls for it. */
  const reload = (): void => void (loading ? loading.then(load, load) : load()).catch(() => undefined);
  ports.connection.listen({
    entry: ({ kind }) => kind.startsWith("room_") && reload(),
    notice(notice) {
      if (notice.kind === "read") find(notice.room)?.heardRead(notice.number);
      else if (notice.kind === "unread") expect(notice.room, notice.talk);
    },
    lost: reload,
  });

  /** Words that were announced and do not come by themselves are asked for. */
  function expect(id: string, talk: number): void {
    const scheduled = expected.has(id);
    expected.set(id, Math.max(talk, expected.get(id) ?? 0));
    if (!scheduled) ports.later(PATIENCE_MS, () => check(id));
  }

  function check(id: string): void {
    const talk = expected.get(id) ?? 0;
    expected.delete(id);
    if ((find(id)?.card.value.talk ?? 0) < talk) reload();
  }

  return {
    all,
    stale,
    unread: computed(() => sumUnread((all.value ?? []).filter((r) => r.ending.value === null).map((r) => r.card.value))),
    async load() {
      if (all.value === null) {
        const kept = await ports.recall();
        if (kept && all.value === null) take(kept, false);
      }
      await load();
    },
    forget(id) {
      drop(id);
      all.value = (all.value ?? []).filter((room) => room.id !== id);
    },
    close() {
      unfollow.forEach((stop) => stop());
      unfollow.clear();
    },
  };
}
