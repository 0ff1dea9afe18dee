import { beforeEach, describe, expect, test, vi } from "vitest";

import type { MyRooms, RoomCard } from "../../src/contract.ts";
import type { Http } from "../../src/http.ts";
import type { Connection, Follower, Listener } from "../../src/live/connection.ts";
import { createRooms, type Rooms } from "../../src/rooms/rooms.ts";

const card = (id: string, changes: Partial<RoomCard> = {}): RoomCard => ({
  id, kind: "pair", people: [{ id: "ana", name: "Ana" }, { id: "bor", name: "Bor" }], offset: 5, talk: 4, read: 4, unread: 0,
  mentioned: 0, last_at: 5_000, draft: false, presence: false, ...changes,
});

let mine: RoomCard[];
let asked: number;
let answer: () => Promise<MyRooms>;
let followed: Map<string, Follower>;
let listener: Listener;
let timers: (() => void)[];
let rooms: Rooms;

beforeEach(async () => {
  mine = [card("r1")];
  asked = 0;
  answer = async () => ({ epoch: "e", rooms: mine });
  followed = new Map();
  timers = [];
  const http: Http = async <T>() => {
    asked += 1;
    return (await answer()) as T;
  };
  const connection = {
    follow: (room: string, follower: Follower) => {
      followed.set(room, follower);
      return () => void followed.delete(room);
    },
    listen: (heard: Listener) => void (listener = heard),
  } as unknown as Connection;
  rooms = createRooms({
    http, connection, keep: vi.fn(), recall: async () => undefined, later: (_ms, run) => void timers.push(run),
    room: {
      me: "ana", markRead: vi.fn(), keep: vi.fn(), forget: vi.fn(), recall: async () => undefined, arrived: vi.fn(),
      shown: vi.fn(),
    },
  });
  await rooms.load();
});

const ids = (): string[] | undefined => rooms.all.value?.filter((room) => !room.ending.value).map(({ id }) => id);

describe("what the server tells me alone", () => {
  test("brings a room that I was added to, and follows it", async () => {
    mine = [card("r1"), card("r2", { unread: 1 })];
    listener.entry({ kind: "room_joined", at: 1, id: "r2" });
    await vi.waitFor(() => expect(ids()).toEqual(["r1", "r2"]));
    expect([...followed.keys()]).toEqual(["r1", "r2"]);
    expect(rooms.unread.value).toBe(1);
  });

  test("ends a room that I was taken out of, and begins it anew when I come back", async () => {
    mine = [];
    listener.entry({ kind: "room_left", at: 1, id: "r1" });
    await vi.waitFor(() => expect(ids()).toEqual([]));
    const before = followed.get("r1");
    mine = [card("r1", { offset: 9 })];
    listener.entry({ kind: "room_joined", at: 2, id: "r1" });
    await vi.waitFor(() => expect(ids()).toEqual(["r1"]));
    expect(followed.get("r1")).not.toBe(before);
    expect(rooms.all.value).toHaveLength(1);
  });

  test("is asked for again when a list was on its way already", async () => {
    let deliver: (list: MyRooms) => void = () => undefined;
    answer = () => new Promise((resolve) => (deliver = resolve));
    const loading = rooms.load();
    listener.entry({ kind: "room_joined", at: 1, id: "r2" });
    answer = async () => ({ epoch: "e", rooms: [card("r1"), card("r2")] });
    deliver({ epoch: "e", rooms: [card("r1")] });
    await loading;
    await vi.waitFor(() => expect(ids()).toEqual(["r1", "r2"]));
  });

  test("clears what I have read on another device", () => {
    const room = rooms.all.value![0]!;
    room.follower.entry(6, { kind: "message_posted", at: 9, actor: "bor", body: { text: "a" } });
    expect(rooms.unread.value).toBe(1);
    listener.notice({ kind: "read", room: "r1", number: 5 });
    expect(rooms.unread.value).toBe(0);
  });

  test("makes it look for words that were announced and did not come", async () => {
    listener.notice({ kind: "unread", room: "r1", talk: 5, mentioned: false });
    listener.notice({ kind: "unread", room: "r1", talk: 6, mentioned: true });
    expect(timers).toHaveLength(1);
    expect(asked).toBe(1);
    timers[0]!();
    await vi.waitFor(() => expect(asked).toBe(2));
  });

  test("and for nothing when they came by themselves", () => {
    listener.notice({ kind: "unread", room: "r1", talk: 5, mentioned: false });
    rooms.all.value![0]!.follower.entry(6, { kind: "message_posted", at: 9, actor: "bor", body: { text: "a" } });
    timers[0]!();
    expect(asked).toBe(1);
  });

  test("is asked for as a whole when something was lost", async () => {
    listener.lost();
    await vi.waitFor(() => expect(asked).toBe(2));
  });
});
