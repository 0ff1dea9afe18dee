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
  room: Omit<RoomPorts, "http" | "namesWanted">;
}

export function createRooms(ports: RoomsPorts): Rooms {
  const all = signal<readonly Room[] | null>(null);
  const stale = signal(false);
  const unfollow = new Map<string, () => void>();
  let loading: Promise<void> | null = null;

  const make = (mine: MyRooms): Room[] =>
    mine.rooms.map((card) => {
      const known = all.value?.find((room) => room.id === card.id && room.ending.value === null);
      if (!known) return createRoom(card, mine.epoch, { ...ports.room, http: ports.http, namesWanted: () => void load() });
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
      unfollow.get(id)?.();
      unfollow.delete(id);
      all.value = (all.value ?? []).filter((room) => room.id !== id);
    },
    close() {
      unfollow.forEach((stop) => stop());
      unfollow.clear();
    },
  };
}
