import "fake-indexeddb/auto";

import { signal } from "@preact/signals";
import { IDBFactory } from "fake-indexeddb";
import { describe, expect, test, vi } from "vitest";

import type { Accepted } from "../../src/contract.ts";
import { Refused, Unreachable } from "../../src/http.ts";
import { keepInMemory, openDatabase } from "../../src/live/keep.ts";
import {
  createOutbox, OUTBOX_LIMIT, OutboxFull, type Outbox, type OutboxNews, type Outgoing,
} from "../../src/live/outbox.ts";
import { createOutboxStore } from "../../src/live/outbox_store.ts";

interface Sent {
  command_id: string;
  text?: string;
  answer: (offset: number) => void;
  fail: (error: unknown) => void;
}

/** A browser with its disk, tabs that come and go, one lock, and a clock that moves when it is told to. */
class Browser {
  readonly factory = new IDBFactory();
  readonly sent: Sent[] = [];
  now = 1_000_000;
  #timers: { at: number; run: () => void }[] = [];
  #queue: ((released: Promise<void>) => void)[] = [];
  #listeners: { tab: object; listener: (news: OutboxNews) => void }[] = [];
  #owned = false;

  tab(person = "ana", online = true, ordered = true, store = createOutboxStore(openDatabase("atelje", this.factory))): { outbox: Outbox; ready: ReturnType<typeof signal<boolean>>; close: () => void } {
    const ready = signal(online);
    const tab = {};
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let open = true;
    const outbox = createOutbox(person, {
      store,
      ready: ready as never,
      ordered: signal(ordered) as never,
      send: (_method, data) => this.#send(data as { command_id: string; text?: string }),
      own: (owner) => this.#ask(() => owner(released)),
      tell: (news) =>
        this.#listeners.filter((other) => open && other.tab !== tab).forEach(({ listener }) => listener(news)),
      hear: (listener) => void this.#listeners.push({ tab, listener }),
      now: () => this.now,
      later: (ms, run) => void this.#timers.push({ at: this.now + ms, run }),
    });
    const close = (): void => {
      open = false;
      ready.value = false;
      release();
      this.#listeners = this.#listeners.filter((other) => other.tab !== tab);
      this.#owned = false;
      const next = this.#queue.shift();
      if (next) this.#ask(() => next(released));
    };
    return { outbox, ready: ready as ReturnType<typeof signal<boolean>>, close };
  }

  #ask(owner: (released: Promise<void>) => void): void {
    if (this.#owned) return void this.#queue.push(owner);
    this.#owned = true;
    owner(new Promise(() => undefined));
  }

  #send(data: { command_id: string; text?: string }): Promise<Accepted> {
    return new Promise((resolve, reject) => {
      this.sent.push({ ...data, answer: (offset) => resolve({ offset }), fail: reject });
    });
  }

  pass(ms: number): void {
    this.now += ms;
    const due = this.#timers.filter((timer) => timer.at <= this.now);
    this.#timers = this.#timers.filter((timer) => timer.at > this.now);
    due.forEach((timer) => timer.run());
  }

  texts(): (string | undefined)[] {
    return this.sent.map(({ text }) => text);
  }
}

let made = 0;
function post(text: string, changes: Partial<Outgoing> = {}): Outgoing {
  made += 1;
  return {
    command_id: `id-${String(made).padStart(6, "0")}`, person: "ana", room: "r1", method: "room.post", data: { text },
    at: 1_000_000, due: 0, attempted: false, refused: null, ...changes,
  };
}

const refusal = (code: string, more: Record<string, number> = {}): Refused =>
  new Refused({ code, title: code, status: 422, ...more });

const fails = (): Promise<never> => Promise.reject(new DOMException("full", "QuotaExceededError"));

describe("the outbox", () => {
  test("lets go of a reaction that stands already, and of one to a message that is gone", async () => {
    const browser = new Browser();
    const { outbox } = browser.tab();
    await outbox.add(post("", { method: "room.react", data: { message: 3, emoji: "👍" } }));
    await outbox.add(post("", { method: "room.unreact", data: { message: 4, emoji: "👍" } }));
    await outbox.add(post("", { method: "room.react", data: { message: 5, emoji: "🎉" } }));
    await vi.waitFor(() => expect(browser.sent).toHaveLength(3));
    browser.sent[0]!.fail(refusal("already_reacted"));
    browser.sent[1]!.fail(refusal("message_withdrawn"));
    browser.sent[2]!.fail(refusal("too_many_reactions"));
    await vi.waitFor(() => expect(outbox.waiting.value.map(({ refused }) => refused?.code)).toEqual(["too_many_reactions"]));
    expect(await createOutboxStore(openDatabase("atelje", browser.factory)).all("ana")).toHaveLength(1);
  });

  test("sends in the order of writing without waiting for answers", async () => {
    const browser = new Browser();
    const { outbox } = browser.tab();
    for (const text of ["one", "two", "three"]) await outbox.add(post(text));
    await vi.waitFor(() => expect(browser.texts()).toEqual(["one", "two", "three"]));
  });

  test("sends one at a time where one could overtake another", async () => {
    const browser = new Browser();
    const { outbox } = browser.tab("ana", true, false);
    for (const text of ["one", "two", "three"]) await outbox.add(post(text));
    expect(browser.texts()).toEqual(["one"]);
    browser.sent[0]!.answer(7);
    await vi.waitFor(() => expect(browser.texts()).toEqual(["one", "two"]));
    browser.sent[1]!.answer(8);
    await vi.waitFor(() => expect(browser.texts()).toEqual(["one", "two", "three"]));
  });

  test("forgets what was confirmed and keeps showing it until the room does", async () => {
    const browser = new Browser();
    const { outbox } = browser.tab();
    await outbox.add(post("one"));
    await vi.waitFor(() => expect(browser.sent).toHaveLength(1));
    browser.sent[0]!.answer(7);
    await vi.waitFor(() => expect(outbox.waiting.value).toEqual([]));
    expect(outbox.settled.value).toMatchObject([{ offset: 7, outgoing: { data: { text: "one" } } }]);
    outbox.shown("r1", 6);
    expect(outbox.settled.value).toHaveLength(1);
    outbox.shown("r1", 7);
    expect(outbox.settled.value).toEqual([]);
  });

  test("waits without a connection, then sends everything in order", async () => {
    const browser = new Browser();
    const { outbox, ready } = browser.tab("ana", false);
    for (const text of ["one", "two"]) await outbox.add(post(text));
    expect(browser.sent).toEqual([]);
    ready.value = true;
    await vi.waitFor(() => expect(browser.texts()).toEqual(["one", "two"]));
  });

  test("retries under the same id when the line broke before the answer", async () => {
    const browser = new Browser();
    const { outbox, ready } = browser.tab();
    const first = post("one");
    await outbox.add(first);
    await outbox.add(post("two"));
    await vi.waitFor(() => expect(browser.sent).toHaveLength(2));
    ready.value = false;
    browser.sent.forEach(({ fail }) => fail(new Unreachable("cut")));
    await vi.waitFor(() => expect(outbox.inFlight.value.size).toBe(0));
    ready.value = true;
    await vi.waitFor(() => expect(browser.texts()).toEqual(["one", "two", "one", "two"]));
    expect(browser.sent[2]!.command_id).toBe(first.command_id);
  });

  test("survives closing the browser", async () => {
    const browser = new Browser();
    const before = browser.tab("ana", false);
    const kept = [post("one"), post("two")];
    for (const outgoing of kept) await before.outbox.add(outgoing);
    before.close();
    const after = browser.tab();
    await vi.waitFor(() => expect(browser.texts()).toEqual(["one", "two"]));
    expect(browser.sent.map(({ command_id }) => command_id)).toEqual(kept.map(({ command_id }) => command_id));
    browser.sent.forEach(({ answer }, place) => answer(place + 1));
    await vi.waitFor(() => expect(after.outbox.waiting.value).toEqual([]));
    after.close();
    const last = browser.tab("ana", false);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(last.outbox.waiting.value).toEqual([]);
  });

  test("sends again what was on its way when the browser closed", async () => {
    const browser = new Browser();
    const before = browser.tab();
    const outgoing = post("one");
    await before.outbox.add(outgoing);
    await vi.waitFor(() => expect(browser.sent).toHaveLength(1));
    await vi.waitFor(async () => {
      const [stored] = await createOutboxStore(openDatabase("atelje", browser.factory)).all("ana");
      expect(stored?.attempted).toBe(true);
    });
    before.close();
    const after = browser.tab();
    await vi.waitFor(() => expect(browser.sent).toHaveLength(2));
    expect(browser.sent[1]!.command_id).toBe(outgoing.command_id);
    expect(after.outbox.inherited.has(outgoing.command_id)).toBe(true);
  });

  test("keeps a lasting no for the person, sends what comes after it, and retries under the same id", async () => {
    const browser = new Browser();
    const { outbox } = browser.tab();
    const bad = post("bad");
    await outbox.add(bad);
    await outbox.add(post("good"));
    await vi.waitFor(() => expect(browser.sent).toHaveLength(2));
    browser.sent[0]!.fail(refusal("command_conflict"));
    browser.sent[1]!.answer(1);
    await vi.waitFor(() => expect(outbox.waiting.value).toMatchObject([{ refused: { code: "command_conflict" } }]));
    browser.pass(60_000);
    expect(browser.sent).toHaveLength(2);
    await outbox.retry(bad.command_id);
    await vi.waitFor(() => expect(browser.sent).toHaveLength(3));
    expect(browser.sent[2]!.command_id).toBe(bad.command_id);
  });

  test("pauses after a temporary no for as long as it says", async () => {
    const browser = new Browser();
    const { outbox } = browser.tab();
    await outbox.add(post("one"));
    await vi.waitFor(() => expect(browser.sent).toHaveLength(1));
    browser.sent[0]!.fail(refusal("too_fast", { seconds: 4 }));
    await vi.waitFor(() => expect(outbox.inFlight.value.size).toBe(0));
    await outbox.add(post("two"));
    browser.pass(3_000);
    expect(browser.texts()).toEqual(["one"]);
    browser.pass(1_000);
    await vi.waitFor(() => expect(browser.texts()).toEqual(["one", "one", "two"]));
    expect(outbox.waiting.value.every(({ refused }) => refused === null)).toBe(true);
  });

  test("holds a withdrawal until it can no longer be undone", async () => {
    const browser = new Browser();
    const { outbox } = browser.tab();
    const withdrawal = post("", { method: "room.withdraw", data: { message: 3 }, due: browser.now + 6_000 });
    await outbox.add(withdrawal);
    await outbox.add(post("after"));
    await vi.waitFor(() => expect(browser.texts()).toEqual(["after"]));
    expect(await outbox.drop(withdrawal.command_id)).toBe(true);
    browser.pass(10_000);
    expect(browser.sent).toHaveLength(1);
  });

  test("does not drop what the server may have", async () => {
    const browser = new Browser();
    const { outbox, ready } = browser.tab();
    const outgoing = post("one");
    await outbox.add(outgoing);
    await vi.waitFor(() => expect(browser.sent).toHaveLength(1));
    expect(await outbox.drop(outgoing.command_id)).toBe(false);
    ready.value = false;
    browser.sent[0]!.fail(new Unreachable("cut"));
    await vi.waitFor(() => expect(outbox.inFlight.value.size).toBe(0));
    expect(await outbox.drop(outgoing.command_id)).toBe(false);
  });

  test("is settled by the room itself when the answer got lost", async () => {
    const browser = new Browser();
    const { outbox, ready } = browser.tab();
    const outgoing = post("one");
    await outbox.add(outgoing);
    await vi.waitFor(() => expect(browser.sent).toHaveLength(1));
    ready.value = false;
    browser.sent[0]!.fail(new Unreachable("cut"));
    outbox.arrived(outgoing.command_id, "r1", 9);
    await vi.waitFor(() => expect(outbox.inFlight.value.size).toBe(0));
    ready.value = true;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(browser.sent).toHaveLength(1);
    expect(outbox.waiting.value).toEqual([]);
  });

  test("has one sender among tabs, and the next takes over when that one closes", async () => {
    const browser = new Browser();
    const first = browser.tab();
    const second = browser.tab();
    await second.outbox.add(post("from the second"));
    await vi.waitFor(() => expect(browser.texts()).toEqual(["from the second"]));
    browser.sent[0]!.answer(1);
    await vi.waitFor(() => expect(second.outbox.waiting.value).toEqual([]));
    await first.outbox.add(post("one more"));
    expect(second.outbox.waiting.value).toHaveLength(1);
    first.close();
    await vi.waitFor(() => expect(browser.texts()).toEqual(["from the second", "one more", "one more"]));
    expect(browser.sent[1]!.command_id).toBe(browser.sent[2]!.command_id);
  });

  test("leaves another person's words alone", async () => {
    const browser = new Browser();
    const ana = browser.tab("ana", false);
    await ana.outbox.add(post("ana's"));
    ana.close();
    const bor = browser.tab("bor");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(bor.outbox.waiting.value).toEqual([]);
    await bor.outbox.empty();
    bor.close();
    browser.tab("ana");
    await vi.waitFor(() => expect(browser.texts()).toEqual(["ana's"]));
  });

  test("is empty after emptying, also for the next page", async () => {
    const browser = new Browser();
    const before = browser.tab("ana", false);
    await before.outbox.add(post("one"));
    await before.outbox.empty();
    expect(before.outbox.waiting.value).toEqual([]);
    before.close();
    browser.tab();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(browser.sent).toEqual([]);
  });

  test.each([
    ["fails", { all: fails, put: fails, remove: fails, clear: fails }, true],
    ["keeps nothing", createOutboxStore(keepInMemory()), true],
    ["keeps all", undefined, false],
  ])("sends what was said once on a disk that %s, and knows what would go with the page", async (_, store, fragile) => {
    const browser = new Browser();
    const { outbox, ready } = browser.tab("ana", false, true, store);
    await outbox.add(post("one"));
    expect(outbox.fragile.value).toBe(fragile);
    ready.value = true;
    await vi.waitFor(() => expect(browser.texts()).toEqual(["one"]));
    browser.sent[0]!.answer(7);
    await vi.waitFor(() => expect(outbox.waiting.value).toEqual([]));
    expect(outbox.fragile.value).toBe(false);
    expect(browser.texts()).toEqual(["one"]);
  });

  test("says when it is full and takes no more", async () => {
    const browser = new Browser();
    const { outbox } = browser.tab("ana", false);
    await Promise.all(Array.from({ length: OUTBOX_LIMIT }, () => outbox.add(post("x"))));
    await expect(outbox.add(post("one too many"))).rejects.toThrow(OutboxFull);
  });

  test("has a bounded number under way", async () => {
    const browser = new Browser();
    const { outbox } = browser.tab();
    await Promise.all(Array.from({ length: 40 }, (_, place) => outbox.add(post(`${place}`))));
    await vi.waitFor(() => expect(browser.sent).toHaveLength(16));
    browser.sent[0]!.answer(1);
    await vi.waitFor(() => expect(browser.sent).toHaveLength(17));
  });
});
