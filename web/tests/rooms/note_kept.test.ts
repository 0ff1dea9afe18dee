// @vitest-environment happy-dom
import "fake-indexeddb/auto";

import { signal, type Signal } from "@preact/signals";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";

import { Unreachable, type Http } from "../../src/http.ts";
import { createCommandIds } from "../../src/live/command_id.ts";
import type { Connection, Link } from "../../src/live/connection.ts";
import { openDatabase } from "../../src/live/keep.ts";
import { fromBase64, toBase64 } from "../../src/rooms/things/notes/base64.ts";
import { openNote, type NoteDoc, type Section } from "../../src/rooms/things/notes/note.ts";

type Handler = (context: Record<string, unknown>) => void;

/** One browser with its disk, the tabs that are open in it, and a server that is there or not. */
let disk: IDBFactory;
let servers: Map<number, Y.Doc>;
let link: Signal<Link>;
let subscribed: Set<Handler>;
let open: NoteDoc[];

beforeEach(() => {
  disk = new IDBFactory();
  servers = new Map();
  link = signal<Link>("connected");
  subscribed = new Set();
  open = [];
});
afterEach(() => open.forEach((note) => note.close()));

function server(item = 7): Y.Doc {
  if (!servers.has(item)) servers.set(item, new Y.Doc());
  return servers.get(item)!;
}

const http = (async (_method: string, path: string) => {
  if (link.peek() !== "connected") throw new Unreachable("offline");
  return { epoch: "e", offset: 1, update: toBase64(Y.encodeStateAsUpdate(server(Number(path.split("/").at(-1))))) };
}) as unknown as Http;

async function rpc(_method: string, data: { item: number; update: string }): Promise<object> {
  if (link.peek() !== "connected") throw new Unreachable("offline");
  Y.applyUpdate(server(data.item), fromBase64(data.update));
  return {};
}

function openTab(item = 7): NoteDoc {
  const handlers = new Map<string, Handler>();
  const connection = {
    link, rpc,
    client: {
      getSubscription: () => null,
      newSubscription: (_channel: string, { getState }: { getState: () => Promise<unknown> }) => ({
        on: (kind: string, handler: Handler) => handlers.set(kind, handler),
        subscribe: () => void getState().catch(() => undefined),
      }),
      removeSubscription: () => subscribed.delete(handlers.get("subscribed")!),
    },
  } as unknown as Connection;
  const note = openNote({
    me: "ana", room: "r1", item, http, connection, keep: openDatabase("notes", disk), newId: createCommandIds(), shown: () => false,
  });
  subscribed.add(handlers.get("subscribed")!);
  open.push(note);
  return note;
}

async function openedTab(item?: number): Promise<NoteDoc> {
  const note = openTab(item);
  await vi.waitFor(() => expect(note.here.value).toBe(true));
  return note;
}

const pageGoes = (): void => void window.dispatchEvent(new Event("pagehide"));

function shut(...notes: NoteDoc[]): void {
  pageGoes();
  for (const note of notes) note.close();
  open = open.filter((one) => !notes.includes(one));
}

function reconnect(): void {
  link.value = "connected";
  subscribed.forEach((heard) => heard({ wasRecovering: true, recovered: true }));
}

const write = (note: NoteDoc, section: Section, words: string): void => note.text(section).insert(0, words);
const read = (note: NoteDoc, section: Section): string => note.text(section).toString();
const atServer = (section: Section): string => server().getText(section).toString();
/** Until what was written last lies on the disk, while the page stays. */
const kept = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));

async function twoTabsOffline(): Promise<[NoteDoc, NoteDoc]> {
  const tabs: [NoteDoc, NoteDoc] = [await openedTab(), await openedTab()];
  link.value = "reconnecting" as Link;
  write(tabs[0], "talked", "first tab");
  write(tabs[1], "decided", "second tab");
  return tabs;
}

test("what two tabs wrote without a network is there after both were closed, and reaches the server", async () => {
  shut(...(await twoTabsOffline()));
  const later = await openedTab();
  expect([read(later, "talked"), read(later, "decided")]).toEqual(["first tab", "second tab"]);
  expect(later.unsent.value).toBe(true);
  link.value = "connected";
  shut(later);
  const online = await openedTab();
  await vi.waitFor(() => expect([atServer("talked"), atServer("decided")]).toEqual(["first tab", "second tab"]));
  await vi.waitFor(() => expect(online.unsent.value).toBe(false));
});

test("a tab that stays brings also the words of the one that was closed, without being loaded anew", async () => {
  const [one, two] = await twoTabsOffline();
  shut(one);
  reconnect();
  await vi.waitFor(() => expect([atServer("talked"), atServer("decided")]).toEqual(["first tab", "second tab"]));
  expect(read(two, "talked")).toBe("first tab");
  await vi.waitFor(() => expect(two.unsent.value).toBe(false));
});

test("what was written in the moment before the page went is kept", async () => {
  const note = await openedTab();
  link.value = "reconnecting" as Link;
  write(note, "open", "a last word");
  pageGoes();
  expect(read(await openedTab(), "open")).toBe("a last word");
});

test("a page that is hidden while it gathers loses neither its words nor those of the others", async () => {
  shut(...(await twoTabsOffline()));
  const hasty = openTab();
  write(hasty, "next", "hasty");
  pageGoes();
  await vi.waitFor(() => expect(hasty.here.value).toBe(true));
  const later = await openedTab();
  await vi.waitFor(() =>
    expect([read(later, "talked"), read(later, "decided"), read(later, "next")]).toEqual(["first tab", "second tab", "hasty"]),
  );
});

test("what was deleted without a network is deleted at the server after the page was closed", async () => {
  const note = await openedTab();
  write(note, "talked", "a secret");
  await vi.waitFor(() => expect(atServer("talked")).toBe("a secret"));
  await vi.waitFor(() => expect(note.unsent.value).toBe(false));
  link.value = "reconnecting" as Link;
  note.text("talked").delete(0, 8);
  await kept();
  shut(note);
  link.value = "connected";
  await openedTab();
  await vi.waitFor(() => expect(atServer("talked")).toBe(""));
});

test("however many tabs there were, one record is left, and another note's is not touched", async () => {
  const keep = openDatabase("notes", disk);
  write(await openedTab(70), "talked", "another note");
  shut(...(await twoTabsOffline()));
  expect(await keep.all("cache")).toHaveLength(3);
  const later = await openedTab();
  expect(await keep.all("cache")).toHaveLength(2);
  expect(read(later, "talked")).toBe("first tab");
  expect(read(await openedTab(70), "talked")).toBe("another note");
});

test("a page that is shut after its words were cleared away leaves nothing behind", async () => {
  const keep = openDatabase("notes", disk);
  const note = await openedTab();
  write(note, "talked", "mine");
  await vi.waitFor(() => expect(atServer("talked")).toBe("mine"));
  await kept();
  await keep.clear("cache");
  shut(note);
  expect(await keep.all("cache")).toEqual([]);
});
