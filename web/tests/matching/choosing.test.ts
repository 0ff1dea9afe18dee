import { expect, test } from "vitest";

import type { Round } from "../../src/contract.ts";
import { createChoosing, type Choosing } from "../../src/matching/choosing.ts";
import { choosing as chosen, forbidding, saidOf } from "../../src/matching/places.ts";
import { matched, pair, person, result, round, serving, type Server } from "./rounds.ts";

interface Begun {
  choosing: Choosing;
  server: Server;
  /** Whatever was put off, now. */
  pass: () => Promise<void>;
}

async function begin(more: Partial<Round> = {}): Promise<Begun> {
  const server = serving(round(more));
  let waiting: (() => void) | null = null;
  const later = (work: () => void): (() => void) => {
    waiting = work;
    return () => (waiting = null);
  };
  const choosing = createChoosing({ http: server.http, id: "r", named: person, later });
  await choosing.load();
  const pass = async (): Promise<void> => {
    const work = waiting;
    waiting = null;
    work?.();
    await new Promise((done) => setTimeout(done));
  };
  return { choosing, server, pass };
}

const has = (of: Round | null, mentee: string): string | null => saidOf(of!, mentee).chosen;

test("what is chosen shows at once, and is stored", async () => {
  const { choosing, server } = await begin();
  const stored = choosing.say("a", (said) => chosen(said, "m"));
  expect(has(choosing.round.value, "a")).toBe("m");
  expect(has(server.round, "a")).toBeNull();
  await stored;
  expect(has(server.round, "a")).toBe("m");
  expect(choosing.round.value!.version).toBe(2);
});

test("choices that follow each other fast are all stored", async () => {
  const { choosing, server } = await begin();
  await Promise.all([choosing.say("a", (said) => chosen(said, "m")), choosing.say("b", (said) => chosen(said, "n"))]);
  expect([has(server.round, "a"), has(server.round, "b")]).toEqual(["m", "n"]);
});

test("what was done last is taken back first", async () => {
  const { choosing, server } = await begin();
  await choosing.say("a", (said) => chosen(said, "m"));
  await choosing.say("a", (said) => chosen(said, "n"));
  await choosing.set("weights.hours", 9);
  await choosing.undo();
  expect(server.round.settings.weights!.hours).toBe(2);
  await choosing.undo();
  expect(has(server.round, "a")).toBe("m");
  await choosing.undo();
  expect(has(server.round, "a")).toBeNull();
  expect(choosing.undoable.value).toBe(false);
  await choosing.undo();
  expect(has(server.round, "a")).toBeNull();
});

test("what says the same again is nothing to be taken back", async () => {
  const { choosing } = await begin({ chosen: [pair("a", "m")] });
  await choosing.say("a", (said) => chosen(said, "m"));
  expect(choosing.undoable.value).toBe(false);
});

test("two who choose for different people both stand", async () => {
  const { choosing, server } = await begin();
  server.meanwhile((now) => ({ ...now, chosen: [pair("b", "n")] }));
  await choosing.say("a", (said) => chosen(said, "m"));
  expect([has(server.round, "a"), has(server.round, "b")]).toEqual(["m", "n"]);
  expect(choosing.joined.value).toBe(true);
  expect(choosing.meanwhile.value).toBeNull();
});

test("of two who choose for the same one the later sees what is there, and nothing is overwritten", async () => {
  const { choosing, server } = await begin();
  server.meanwhile((now) => ({ ...now, chosen: [pair("a", "n")] }));
  await choosing.say("a", (said) => chosen(said, "m"));
  expect(has(server.round, "a")).toBe("n");
  expect(has(choosing.round.value, "a")).toBe("n");
  expect(choosing.meanwhile.value!.now).toMatchObject({ chosen: "n" });
  expect(choosing.undoable.value).toBe(false);
});

test("what is there stays, or mine is written over it after all", async () => {
  const { choosing, server } = await begin();
  server.meanwhile((now) => ({ ...now, chosen: [pair("a", "n")] }));
  await choosing.say("a", (said) => chosen(said, "m"));
  await choosing.settle(true);
  expect(has(server.round, "a")).toBe("m");
  expect(choosing.meanwhile.value).toBeNull();
  // And back to what the other one had chosen.
  await choosing.undo();
  expect(has(server.round, "a")).toBe("n");
  server.meanwhile((now) => ({ ...now, chosen: [pair("a", "k")] }));
  await choosing.say("a", (said) => forbidding(said, "n"));
  await choosing.settle(false);
  expect(has(server.round, "a")).toBe("k");
});

test("two who want the same need not be asked", async () => {
  const { choosing, server } = await begin();
  server.meanwhile((now) => ({ ...now, chosen: [pair("a", "m")] }));
  await choosing.say("a", (said) => chosen(said, "m"));
  expect(choosing.meanwhile.value).toBeNull();
  expect(has(choosing.round.value, "a")).toBe("m");
});

test("the same setting set by two is shown, another one is kept beside", async () => {
  const { choosing, server } = await begin();
  server.meanwhile((now) => ({ ...now, settings: { ...now.settings, keep: 30 } }));
  await choosing.set("weights.hours", 9);
  expect(server.round.settings).toMatchObject({ keep: 30, weights: { hours: 9 } });
  server.meanwhile((now) => ({ ...now, settings: { ...now.settings, keep: 50 } }));
  await choosing.set("keep", 0);
  expect(server.round.settings.keep).toBe(50);
  expect(choosing.meanwhile.value!.now).toBe(50);
});

test("what the server refuses is not done, and is said", async () => {
  const { http } = serving(round());
  const choosing = createChoosing({
    http: (method, ...rest) => (method === "PUT" ? Promise.reject(new Error("no")) : http(method, ...rest)),
    id: "r", named: person,
  });
  await choosing.load();
  await expect(choosing.say("a", (said) => chosen(said, "m"))).rejects.toThrow("no");
  expect(has(choosing.round.value, "a")).toBeNull();
  expect(choosing.undoable.value).toBe(false);
});

test("while it is worked on the progress is watched; then it says who has somebody else", async () => {
  const { choosing, server, pass } = await begin({ result: result(1, [matched("a", "m"), matched("b", "n")]) });
  await choosing.start();
  expect(choosing.working.value).toBe(true);
  await pass();
  expect(choosing.round.value!.work.step).toBe(3);
  server.round = { ...server.round, work: { state: "done" }, result: result(2, [matched("a", "n"), matched("b", "m")]) };
  await pass();
  expect(choosing.working.value).toBe(false);
  expect(choosing.moved.value!.map(({ mentee, after }) => [mentee.id, after?.id])).toEqual([["a", "n"], ["b", "m"]]);
});

test("work that was called off is watched no more", async () => {
  const { choosing, server, pass } = await begin();
  await choosing.start();
  await choosing.cancel();
  const asked = server.asked.length;
  await pass();
  expect(server.asked).toHaveLength(asked);
  expect(choosing.round.value!.work.state).toBe("cancelled");
});

test("to begin the work on what somebody else has just changed takes the newest", async () => {
  const { choosing, server } = await begin();
  server.meanwhile((now) => now);
  await choosing.start();
  expect(choosing.working.value).toBe(true);
});

test("what is set acts at once where there was an answer, and so does taking it back", async () => {
  const { choosing, server } = await begin({ result: result(1, [matched("a", "m")]) });
  await choosing.set("weights.hours", 9);
  await choosing.cancel();
  await choosing.undo();
  expect(server.asked.filter((one) => one === "POST /rounds/r/work")).toHaveLength(2);
  await choosing.say("a", (said) => chosen(said, "n"));
  expect(server.asked.filter((one) => one === "POST /rounds/r/work")).toHaveLength(2);
});

test("a conflict moves nobody, and the next answer is compared with the last one that there was", async () => {
  const { choosing, server } = await begin({ result: result(1, [matched("a", "m")]) });
  server.round = { ...server.round, result: result(2, [], { conflict: { demands: [], people: [], matched: 1 } }) };
  await choosing.load();
  expect(choosing.moved.value).toBeNull();
  server.round = { ...server.round, result: result(3, [matched("a", "n")]) };
  await choosing.load();
  expect(choosing.moved.value!.map(({ before, after }) => [before?.id, after?.id])).toEqual([["m", "n"]]);
});

test("possible mentors stay where they were while one is chosen among them", async () => {
  const { http } = serving(round());
  const three = ["m", "n", "k"].map((id) => ({ mentor: person(id), score: 1, seats: 1, reasons: [], caveats: [] }));
  let now = three;
  const choosing = createChoosing({
    http: async <T>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<T> => {
      const answer = await http<T>(method, path, body);
      if (!path.includes("/needs")) return answer;
      const { needs, ...rest } = answer as { needs: object[] };
      return { ...rest, needs: needs.map((one) => ({ ...one, possible: now })) } as T;
    },
    id: "r", named: person,
  });
  await choosing.load();
  const places = (): string[] => choosing.needs.value!.needs[0]!.possible.map(({ mentor }) => mentor.id);
  now = [three[2]!, three[0]!, three[1]!];
  await choosing.say("a", (said) => chosen(said, "k"));
  expect(places()).toEqual(["m", "n", "k"]);
  await choosing.set("weights.hours", 9);
  expect(places()).toEqual(["k", "m", "n"]);
});

test("to be told of a change of ours reads nothing twice, and one of somebody else everything", async () => {
  const { choosing, server } = await begin();
  await choosing.say("a", (said) => chosen(said, "m"));
  const reads = (): number => server.asked.filter((one) => one.includes("/needs")).length;
  const before = reads();
  await choosing.load();
  expect(reads()).toBe(before);
  server.meanwhile((now) => ({ ...now, chosen: [pair("b", "n")] }));
  await choosing.load();
  expect(reads()).toBe(before + 1);
});

test("what was asked for earlier and comes later is dropped", async () => {
  const { http } = serving(round());
  let arrive = (): void => undefined;
  let late = false;
  const choosing = createChoosing({
    http: async <T>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<T> => {
      const answer = await http<T>(method, path, body);
      if (late && method === "GET" && path === "/rounds/r") await new Promise<void>((done) => (arrive = done));
      return answer;
    },
    id: "r", named: person,
  });
  await choosing.load();
  late = true;
  const asked = choosing.load();
  await choosing.say("a", (said) => chosen(said, "m"));
  arrive();
  await asked;
  expect(has(choosing.round.value, "a")).toBe("m");
});
