import { beforeEach, describe, expect, test } from "vitest";

import type { PresenceNotice } from "../../src/contract.ts";
import { createPresence, type Presence } from "../../src/presence/presence.ts";
import type { Row } from "../../src/presence/roster.ts";

/** The server's side of one room: who is shown, and what this browser said and asked. */
let rows: Row[];
let said: string[];
let asked: number;
let listed: boolean;
let refuses: boolean;
let now: number;
let timers: { at: number; run: () => void }[];
let presence: Presence;

const settled = async (): Promise<void> => {
  for (let pass = 0; pass < 5; pass++) await Promise.resolve();
};
const here = (): string[] => [...presence.of("r").value.people.keys()];
const writers = (): string[] => [...presence.of("r").value.typing.keys()];

function wait(ms: number): void {
  now += ms;
  const due = timers.filter(({ at }) => at <= now);
  timers = timers.filter(({ at }) => at > now);
  due.forEach(({ run }) => run());
}

async function liveAndOn(): Promise<void> {
  rows = [{ person: "me", mark: "here" }, { person: "ana", mark: "here" }];
  presence.live("r");
  presence.look("r");
  await presence.show("r", true);
  await settled();
}

beforeEach(() => {
  [rows, said, asked, listed, refuses, now, timers] = [[], [], 0, false, false, 100_000, []];
  presence = createPresence({
    me: "me",
    isOn: () => listed,
    switch: (room, on) => Promise.resolve(void said.push(`${room} ${on ? "on" : "off"}`)),
    present: () => Promise.resolve((asked++, [...rows])),
    say: (_room, { kind }: PresenceNotice) => {
      said.push(kind);
      return refuses ? Promise.reject(new Error("103")) : Promise.resolve();
    },
    now: () => now,
    later: (ms, run) => void timers.push({ at: now + ms, run }),
    chance: () => 0.5,
  });
});

describe("where it is switched off", () => {
  test("nothing is asked, said or kept", async () => {
    presence.live("r");
    presence.look("r");
    presence.write("r");
    presence.look(null);
    presence.came("r", "ana", "here");
    presence.told("r", { kind: "typing" }, "ana");
    await settled();
    expect([asked, said, here(), writers()]).toEqual([0, [], [], []]);
  });

  test("switching it on shows who is here, and off again nobody", async () => {
    await liveAndOn();
    expect(presence.on("r").value).toBe(true);
    expect(here()).toEqual(["me", "ana"]);
    await presence.show("r", false);
    expect(here()).toEqual([]);
    presence.came("r", "bor", "here");
    expect(here()).toEqual([]);
    expect(said).toEqual(["r on", "r off"]);
  });
});

describe("my switch", () => {
  test("of the list holds from the first connection on", async () => {
    listed = true;
    rows = [{ person: "me", mark: "here" }];
    presence.live("r");
    await settled();
    expect(presence.on("r").value).toBe(true);
  });

  test("is what the server says after a connection was gone", async () => {
    await liveAndOn();
    rows = [];
    presence.live("r");
    await settled();
    expect(presence.on("r").value).toBe(false);
    expect(here()).toEqual([]);
  });

  test("follows the one on my other device", async () => {
    rows = [{ person: "me", mark: "here" }];
    presence.live("r");
    presence.switched("r", true);
    await settled();
    expect(here()).toEqual(["me"]);
    presence.switched("r", false);
    expect(presence.on("r").value).toBe(false);
  });

  test("that was turned off meanwhile is not turned on by a late answer", async () => {
    rows = [{ person: "me", mark: "here" }];
    presence.live("r");
    void presence.show("r", true);
    await Promise.resolve();
    presence.switched("r", false);
    await settled();
    expect(presence.on("r").value).toBe(false);
  });
});

describe("looking", () => {
  test("elsewhere is away, and back is here", async () => {
    await liveAndOn();
    presence.look(null);
    presence.look(null);
    presence.look("r");
    presence.look("other");
    expect(said.slice(1)).toEqual(["away", "here", "away"]);
  });

  test("at nothing when the connection comes is told at once", async () => {
    listed = true;
    rows = [{ person: "me", mark: "here" }];
    presence.live("r");
    await settled();
    expect(said).toEqual(["away"]);
    presence.live("r");
    await settled();
    expect(said).toEqual(["away", "away"]);
  });
});

describe("writing", () => {
  test("is said every three seconds", async () => {
    await liveAndOn();
    presence.write("r");
    presence.write("r");
    wait(3_000);
    presence.write("r");
    expect(said.slice(1)).toEqual(["typing", "typing"]);
  });

  test("that the server refuses is not said again soon", async () => {
    await liveAndOn();
    refuses = true;
    presence.write("r");
    await settled();
    wait(10_000);
    presence.write("r");
    expect(said.slice(1)).toEqual(["typing"]);
  });

  test("of others is seen until it fades or the words come", async () => {
    await liveAndOn();
    presence.told("r", { kind: "typing" }, "ana");
    expect(writers()).toEqual(["ana"]);
    wait(6_000);
    expect(writers()).toEqual([]);
    presence.told("r", { kind: "typing" }, "ana");
    presence.spoke("r", "ana");
    expect(writers()).toEqual([]);
  });
});

test("a crowd that is none any more is asked for as a whole, not by everybody at once", async () => {
  await liveAndOn();
  const before = asked;
  presence.told("r", { kind: "count", people: 60 }, "");
  expect(presence.of("r").value.crowd).toBe(60);
  presence.told("r", { kind: "count", people: 40 }, "");
  expect(asked).toBe(before);
  wait(1_500);
  await settled();
  expect(asked).toBe(before + 1);
});
