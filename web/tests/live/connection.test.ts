import { beforeEach, describe, expect, test, vi } from "vitest";

import type { Entry } from "../../src/contract.ts";
import { Refused } from "../../src/http.ts";
import { createConnection, type Connection, type Follower } from "../../src/live/connection.ts";

type Command = Record<string, unknown> & { id: number };
type Answer = (command: Command, socket: Socket) => void;

/** The server's end of the wire: answers each command by its method. */
let answers: Record<string, Answer>;
let sockets: Socket[];

class Socket extends EventTarget {
  readyState = 0;
  binaryType = "";
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number; reason: string }) => void;
  onerror?: () => void;
  readonly commands: Command[] = [];

  constructor() {
    super();
    sockets.push(this);
    queueMicrotask(() => {
      this.readyState = 1;
      this.onopen?.();
    });
  }

  send(frame: string): void {
    for (const line of frame.split("\n")) {
      const command = JSON.parse(line) as Command;
      this.commands.push(command);
      const method = Object.keys(command).find((key) => key in answers);
      if (method) queueMicrotask(() => answers[method]!(command, this));
    }
  }

  push(message: unknown): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  close(code = 1000, reason = ""): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    queueMicrotask(() => this.onclose?.({ code, reason }));
  }
}

let connection: Connection;
let seen: [number, Entry][];
let follower: Follower;

beforeEach(() => {
  sockets = [];
  answers = {
    connect: ({ id }, socket) => socket.push({ id, connect: { client: "c", version: "1", ping: 20, pong: true } }),
    subscribe: ({ id }, socket) =>
      socket.push({
        id, subscribe: { recoverable: true, positioned: true, epoch: "e", offset: 5, was_recovering: true, recovered: true },
      }),
  };
  connection = createConnection("http://localhost", { websocket: Socket, minReconnectDelay: 1 });
  seen = [];
  follower = {
    position: vi.fn(async () => ({ epoch: "e", offset: 5 })),
    entry: (offset, entry) => void seen.push([offset, entry]),
    lost: vi.fn(),
    ended: vi.fn(),
  };
});

const entry: Entry = { kind: "message_posted", at: 1, actor: "bor", body: { text: "a" } };
const subscribes = (): unknown[] => sockets.flatMap(({ commands }) => commands.flatMap((c) => c.subscribe ?? []));
const pushed = (offset?: number): unknown => ({
  push: { channel: "room:r1", pub: { data: entry, ...(offset ? { offset } : {}) } },
});

describe("a room is followed", () => {
  test("from its position on, entry by entry", async () => {
    connection.follow("r1", follower);
    connection.connect();
    await vi.waitFor(() => expect(subscribes()).toMatchObject([{ channel: "room:r1", recover: true, epoch: "e", offset: 5 }]));
    await vi.waitFor(() => expect(connection.link.value).toBe("connected"));
    sockets[0]!.push(pushed(6));
    await vi.waitFor(() => expect(seen).toEqual([[6, entry]]));
  });

  test("from the last entry on after the line broke", async () => {
    connection.follow("r1", follower);
    connection.connect();
    await vi.waitFor(() => expect(subscribes()).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve));
    sockets[0]!.push(pushed(6));
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    sockets[0]!.close(1006);
    await vi.waitFor(() => expect(subscribes()).toHaveLength(2));
    expect(subscribes()[1]).toMatchObject({ recover: true, epoch: "e", offset: 6 });
    expect(follower.position).toHaveBeenCalledTimes(1);
  });

  test("from a new snapshot when the server cannot bridge the gap", async () => {
    answers.subscribe = ({ id }, socket) => socket.push({ id, error: { code: 112, message: "unrecoverable position" } });
    connection.follow("r1", follower);
    connection.connect();
    await vi.waitFor(() => expect(follower.position).toHaveBeenCalledTimes(2), 3_000);
  });

  test("without taking notices for entries", async () => {
    connection.follow("r1", follower);
    connection.connect();
    await vi.waitFor(() => expect(subscribes()).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve));
    sockets[0]!.push(pushed());
    sockets[0]!.push(pushed(6));
    await vi.waitFor(() => expect(seen).toHaveLength(1));
  });

  test("until the server takes it away", async () => {
    connection.follow("r1", follower);
    connection.connect();
    await vi.waitFor(() => expect(subscribes()).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve));
    sockets[0]!.push({ push: { channel: "room:r1", unsubscribe: { code: 2000, reason: "removed from room" } } });
    await vi.waitFor(() => expect(follower.ended).toHaveBeenCalledWith(2000));
  });
});

describe("what the server tells me alone", () => {
  const own = (recovered = true): void => {
    answers.connect = ({ id }, socket) => {
      const position = { recoverable: true, positioned: true, epoch: "e", offset: 3 };
      const subs = { "person:ana": { ...position, was_recovering: sockets.length > 1, recovered } };
      socket.push({ id, connect: { client: "c", version: "1", ping: 20, pong: true, subs } });
    };
  };

  test("is heard, entries and notices apart", async () => {
    own();
    const listener = { entry: vi.fn(), notice: vi.fn(), lost: vi.fn() };
    connection.listen(listener);
    connection.follow("r1", follower);
    connection.connect();
    await vi.waitFor(() => expect(connection.link.value).toBe("connected"));
    const joined = { kind: "room_joined", at: 1, id: "r2" };
    const read = { kind: "read", room: "r1", number: 4 };
    sockets[0]!.push({ push: { channel: "person:ana", pub: { data: joined, offset: 4 } } });
    sockets[0]!.push({ push: { channel: "person:ana", pub: { data: read } } });
    await vi.waitFor(() => expect(listener.notice).toHaveBeenCalledExactlyOnceWith(read));
    expect(listener.entry).toHaveBeenCalledExactlyOnceWith(joined);
    expect(seen).toEqual([]);
    expect(listener.lost).not.toHaveBeenCalled();
  });

  test("is said to be lost when the server cannot go on from there", async () => {
    own();
    const listener = { entry: vi.fn(), notice: vi.fn(), lost: vi.fn() };
    connection.listen(listener);
    connection.connect();
    await vi.waitFor(() => expect(connection.link.value).toBe("connected"));
    own(false);
    sockets[0]!.close(1006);
    await vi.waitFor(() => expect(listener.lost).toHaveBeenCalledOnce());
  });
});

describe("a command", () => {
  test("brings its result", async () => {
    answers.rpc = ({ id }, socket) => socket.push({ id, rpc: { data: { offset: 7 } } });
    connection.connect();
    expect(await connection.rpc("room.post", { room: "r1" })).toEqual({ offset: 7 });
    expect(sockets[0]!.commands.at(-1)).toMatchObject({ rpc: { method: "room.post", data: { room: "r1" } } });
  });

  test("brings its refusal", async () => {
    const refused = { code: "text_empty", title: "There is nothing to read in this text." };
    answers.rpc = ({ id }, socket) => socket.push({ id, rpc: { data: { refused } } });
    connection.connect();
    const refusal = await connection.rpc("room.post", {}).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refused);
    expect((refusal as Refused).problem).toEqual(refused);
  });
});

test("an answer that stays away makes a new line", async () => {
  answers.rpc = () => undefined;
  connection = createConnection("http://localhost", { websocket: Socket, minReconnectDelay: 1, timeout: 50 });
  connection.connect();
  await expect(connection.rpc("room.post", {})).rejects.toThrow();
  await vi.waitFor(() => expect(sockets.length).toBe(2));
});

test.each([4501, 3500])("being closed with %i is told and nothing is tried again", async (code) => {
  const stopped = vi.fn();
  connection.onStopped(stopped);
  connection.connect();
  await vi.waitFor(() => expect(connection.link.value).toBe("connected"));
  sockets[0]!.close(code, "signed out");
  await vi.waitFor(() => expect(stopped).toHaveBeenCalledWith(code));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(sockets).toHaveLength(1);
});
