import { beforeEach, describe, expect, test, vi } from "vitest";

import type { Entry, File as RoomFile, Item, Message, RoomCard, RoomSnapshot, TalkPage, Things } from "../../src/contract.ts";
import { Refused, Unreachable, type Http } from "../../src/http.ts";
import { createRoom, findMessage, type Room, type RoomPorts } from "../../src/rooms/room.ts";

const words = (id: number, author = "bor"): Message => ({
  id, number: id - 1, author, at: id * 1_000, last: id, text: `words ${id}`,
});
const posted = (text: string, actor = "bor", command_id?: string): Entry => ({
  kind: "message_posted", at: 99_000, actor, body: { text }, ...(command_id ? { command_id } : {}),
});

const card: RoomCard = {
  id: "r1", kind: "pair", people: [{ id: "ana", name: "Ana" }, { id: "bor", name: "Bor" }],
  offset: 5, talk: 4, read: 4, unread: 0, mentioned: 0, last_at: 5_000, draft: false, presence: false,
};

function snapshotOf(from: number, to: number, changes: Partial<RoomSnapshot> = {}): RoomSnapshot {
  const messages = Array.from({ length: to - from + 1 }, (_, step) => words(from + step));
  return {
    epoch: "e", offset: to, id: "r1", kind: "pair", talk: to - 1, read: to - 1, floor: 0, draft: "", earlier: from > 2,
    members: [{ person: "ana", name: "Ana", role: "mentee" }, { person: "bor", name: "Bor", role: "mentor" }],
    messages, ...changes,
  };
}

let answers: Record<string, () => Promise<unknown>>;
let ports: RoomPorts;
let room: Room;

beforeEach(() => {
  answers = { "/rooms/r1": async () => snapshotOf(2, 5) };
  const http: Http = async <T>(_method: string, path: string) => (await (answers[path] ?? answers["/rooms/r1"])!()) as T;
  ports = {
    http, me: "ana", markRead: vi.fn(), keep: vi.fn(), forget: vi.fn(), recall: async () => undefined, arrived: vi.fn(), shown: vi.fn(),
    namesWanted: vi.fn(),
  };
  room = createRoom(card, "e", ports);
});

const texts = (): (string | null | undefined)[] | undefined => room.snapshot.value?.messages.map(({ text }) => text);

describe("a room that is not open", () => {
  test("counts what others say, and not one's own words", () => {
    room.follower.entry(6, posted("a"));
    room.follower.entry(7, posted("b", "ana"));
    room.follower.entry(7, posted("b", "ana"));
    expect(room.card.value).toMatchObject({ offset: 7, talk: 6, unread: 1, last_at: 99_000 });
  });

  test("begins to follow where its card stands, without a request", async () => {
    expect(await room.follower.position()).toEqual({ epoch: "e", offset: 5 });
  });

  test("loads a snapshot when the server cannot go on from there", async () => {
    await room.follower.position();
    answers["/rooms/r1"] = async () => snapshotOf(2, 40, { epoch: "new", read: 30 });
    expect(await room.follower.position()).toEqual({ epoch: "new", offset: 40 });
    expect(room.card.value).toMatchObject({ offset: 40, talk: 39, unread: 9 });
  });
});

describe("an open room", () => {
  test("shows what comes", async () => {
    await room.open();
    room.follower.entry(6, posted("six"));
    expect(texts()).toEqual(["words 2", "words 3", "words 4", "words 5", "six"]);
    expect(ports.shown).toHaveBeenLastCalledWith("r1", 6);
  });

  test("loses nothing that came while the snapshot was on its way, and doubles nothing", async () => {
    let deliver: (snapshot: RoomSnapshot) => void = () => undefined;
    answers["/rooms/r1"] = () => new Promise((resolve) => (deliver = resolve as typeof deliver));
    const opened = room.open();
    await vi.waitFor(() => expect(deliver).not.toBeUndefined());
    await Promise.resolve();
    room.follower.entry(6, posted("six"));
    room.follower.entry(7, posted("seven"));
    await vi.waitFor(() => deliver({ ...snapshotOf(2, 5), offset: 6, talk: 5, messages: [...snapshotOf(2, 5).messages, words(6)] }));
    await opened;
    expect(texts()).toEqual(["words 2", "words 3", "words 4", "words 5", "words 6", "seven"]);
    expect(room.snapshot.value?.offset).toBe(7);
  });

  test("fetches the log's answer when an entry is missing between two", async () => {
    await room.open();
    answers["/rooms/r1"] = async () => snapshotOf(2, 8);
    room.follower.entry(8, posted("eight"));
    await vi.waitFor(() => expect(room.snapshot.value?.offset).toBe(8));
    expect(texts()).toHaveLength(7);
  });

  test("keeps earlier pages when a snapshot joins onto them", async () => {
    answers["/rooms/r1"] = async () => snapshotOf(10, 20, { earlier: true });
    answers["/rooms/r1/talk?before=10"] = async () => ({ messages: [words(8), words(9)], earlier: true });
    await room.open();
    await room.loadEarlier();
    expect(room.snapshot.value?.messages[0]?.id).toBe(8);
    await room.refresh();
    expect(room.snapshot.value?.messages.map(({ id }) => id)).toEqual(Array.from({ length: 13 }, (_, step) => 8 + step));
    answers["/rooms/r1"] = async () => snapshotOf(10, 21, { earlier: true });
    await room.refresh();
    expect(room.snapshot.value?.messages[0]?.id).toBe(10);
  });

  test("pages once at a time and stops at the beginning", async () => {
    answers["/rooms/r1"] = async () => snapshotOf(10, 12, { earlier: true });
    const page = vi.fn(async () => ({ messages: [words(8), words(9)], earlier: false }));
    answers["/rooms/r1/talk?before=10"] = page;
    await room.open();
    await Promise.all([room.loadEarlier(), room.loadEarlier()]);
    await room.loadEarlier();
    expect(page).toHaveBeenCalledTimes(1);
    expect(room.snapshot.value?.messages.map(({ id }) => id)).toEqual([8, 9, 10, 11, 12]);
  });

  test("draws the line after what was read, and once for words that come unseen", async () => {
    answers["/rooms/r1"] = async () => snapshotOf(2, 9, { read: 5 });
    await room.open();
    expect(room.line.value).toBe(5);
    room.close();
    room.follower.entry(10, posted("ten"));
    room.follower.entry(11, posted("eleven"));
    expect(room.line.value).toBe(8);
  });

  test("draws no line for what comes before one's eyes", async () => {
    await room.open();
    room.look(true);
    room.follower.entry(6, posted("six"));
    expect(room.line.value).toBeNull();
  });

  test("says that it was read only when the newest was seen, and once", async () => {
    await room.open();
    room.follower.entry(6, posted("six"));
    room.seen(4);
    expect(ports.markRead).not.toHaveBeenCalled();
    room.seen(5);
    room.seen(5);
    expect(ports.markRead).toHaveBeenCalledExactlyOnceWith("r1", 5);
    expect(room.card.value.unread).toBe(0);
  });

  test("stays read when a list comes that does not know it yet", async () => {
    await room.open();
    room.follower.entry(6, posted("six"));
    room.seen(5);
    room.setCard({ ...card, offset: 6, talk: 5, read: 4, unread: 1 }, "e");
    expect(room.card.value.unread).toBe(0);
    room.setCard({ ...card, offset: 7, talk: 6, read: 5, unread: 1 }, "e");
    expect(room.card.value.unread).toBe(1);
  });

  test("counts what others wrote, not what I wrote myself before I came back", () => {
    room.setCard({ ...card, offset: 7, talk: 6, read: 4, unread: 1 }, "e");
    expect(room.card.value.unread).toBe(1);
    room.seen(6);
    expect(ports.markRead).toHaveBeenCalledExactlyOnceWith("r1", 6);
    expect(room.card.value.unread).toBe(0);
  });

  test("asks for names when somebody comes in", async () => {
    await room.open();
    room.follower.entry(6, { kind: "member_added", at: 1, actor: "bor", body: { person: "eva", role: "guest", floor: 5 } });
    expect(ports.namesWanted).toHaveBeenCalledOnce();
  });
});

describe("a part farther up", () => {
  const shown = (): number[] | undefined => room.stretch.value?.messages.map(({ id }) => id);
  const page = (from: number, to: number, changes: Partial<TalkPage> = {}): TalkPage => ({
    offset: 100, messages: snapshotOf(from, to).messages, earlier: from > 2, later: to < 100, ...changes,
  });

  beforeEach(async () => {
    answers["/rooms/r1"] = async () => snapshotOf(60, 100);
    answers["/rooms/r1/talk?around=20"] = async () => page(10, 30);
    room = createRoom({ ...card, offset: 100, talk: 99, read: 99 }, "e", ports);
    await room.open();
  });

  test("is brought around a message, and left for the newest", async () => {
    expect(await room.find(70)).toBe("here");
    expect(shown()?.[0]).toBe(60);
    expect(await room.find(20)).toBe("here");
    expect(shown()).toEqual(Array.from({ length: 21 }, (_, step) => 10 + step));
    expect(room.stretch.value).toMatchObject({ earlier: true, later: true });
    room.toNewest();
    expect(shown()?.at(-1)).toBe(100);
  });

  test("goes on in both directions until it is one with the newest", async () => {
    answers["/rooms/r1/talk?before=10"] = async () => page(2, 9);
    answers["/rooms/r1/talk?after=30"] = async () => page(31, 62);
    await room.find(20);
    await room.loadEarlier();
    expect(shown()?.[0]).toBe(2);
    await room.loadLater();
    expect(shown()).toEqual(Array.from({ length: 99 }, (_, step) => 2 + step));
    expect(room.stretch.value).toMatchObject({ earlier: false, later: false });
    room.follower.entry(101, posted("a hundred and one"));
    expect(shown()?.at(-1)).toBe(101);
  });

  test("follows what happens to its messages, and takes no new ones", async () => {
    await room.find(20);
    room.follower.entry(101, posted("new"));
    room.follower.entry(102, { kind: "message_withdrawn", at: 1, actor: "bor", body: { message: 20 } });
    room.follower.entry(103, { kind: "reaction_added", at: 1, actor: "ana", body: { message: 21, emoji: "👍" } });
    expect(shown()?.at(-1)).toBe(30);
    expect(findMessage(room.stretch.value!.messages, 20)?.text).toBeUndefined();
    expect(findMessage(room.stretch.value!.messages, 21)?.reactions).toEqual([{ emoji: "👍", people: ["ana"] }]);
  });

  test("misses nothing that happened while it was on its way", async () => {
    let deliver: (page: TalkPage) => void = () => undefined;
    answers["/rooms/r1/talk?around=20"] = () => new Promise((resolve) => (deliver = resolve as typeof deliver));
    const found = room.find(20);
    room.follower.entry(101, { kind: "message_withdrawn", at: 1, actor: "bor", body: { message: 20 } });
    deliver(page(10, 30));
    expect(await found).toBe("here");
    expect(findMessage(room.stretch.value!.messages, 20)?.text).toBeUndefined();
  });

  test("that knows more than the live connection doubles nothing", async () => {
    const ahead = { ...words(62), reactions: [{ emoji: "👍", people: ["ana"] }] };
    const newer = [...snapshotOf(60, 61).messages, ahead, ...snapshotOf(63, 101).messages];
    answers["/rooms/r1/talk?around=40"] = async () => page(40, 59, { offset: 102, messages: [...page(40, 59).messages, ...newer] });
    await room.find(40);
    expect(shown()?.at(-1)).toBe(100);
    room.follower.entry(101, posted("a hundred and one"));
    room.follower.entry(102, { kind: "reaction_added", at: 1, actor: "ana", body: { message: 62, emoji: "👍" } });
    expect(shown()?.at(-1)).toBe(101);
    expect(findMessage(room.stretch.value!.messages, 62)?.reactions ?? []).toEqual([{ emoji: "👍", people: ["ana"] }]);
  });

  test("is told apart from one that is not mine to read, and from one that nobody can be asked for", async () => {
    answers["/rooms/r1/talk?around=7"] = async () => {
      throw new Refused({ code: "message_not_found", title: "x" });
    };
    expect(await room.find(7)).toBe("nowhere");
    answers["/rooms/r1/talk?around=7"] = async () => {
      throw new Unreachable("no answer");
    };
    expect(await room.find(7)).toBe("unreachable");
  });

  test("is fetched anew when something was lost, and stays in sight", async () => {
    await room.find(20);
    answers["/rooms/r1"] = async () => snapshotOf(80, 130);
    answers["/rooms/r1/talk?around=20"] = async () => page(10, 30, { messages: page(12, 28).messages });
    room.follower.lost();
    await vi.waitFor(() => expect(room.snapshot.value?.offset).toBe(130));
    await vi.waitFor(() => expect(shown()?.[0]).toBe(12));
  });

  test("brings the original of a quotation, and keeps it as it is", async () => {
    const original = (): Message | undefined => findMessage(room.originals.value, 20);
    room.recallOriginal(20);
    room.recallOriginal(21);
    await vi.waitFor(() => expect(original()?.text).toBe("words 20"));
    expect(shown()?.[0]).toBe(60);
    room.follower.entry(101, { kind: "message_withdrawn", at: 1, actor: "bor", body: { message: 20 } });
    expect(original()?.text).toBeUndefined();
  });
});

describe("a file", () => {
  const file = (id: number): Item<RoomFile> => ({ id, by: "bor", at: 1, last: id, body: { number: id } }) as Item<RoomFile>;
  const shown = (): (number | undefined)[] => [room.stretch.value?.messages[0]?.id, room.stretch.value?.messages.at(-1)?.id];
  beforeEach(() => {
    answers["/rooms/r1"] = async () => snapshotOf(60, 100, { things: { files: [file(20), file(101)] } as Things, offset: 101 });
    answers["/rooms/r1/talk?before=20"] = async () => ({ offset: 101, messages: snapshotOf(10, 19).messages, earlier: true, later: true });
    answers["/rooms/r1/talk?after=20"] = async () => ({ offset: 101, messages: snapshotOf(21, 30).messages, earlier: true, later: true });
    room = createRoom({ ...card, offset: 101, talk: 100 }, "e", ports);
  });

  test("is found where it came in, between what was said before and after it", async () => {
    await room.open();
    expect(await room.find(101)).toBe("here");
    expect(shown()).toEqual([60, 100]);
    expect(await room.find(20)).toBe("here");
    expect(shown()).toEqual([10, 30]);
    expect(await room.find(101)).toBe("here");
    expect(shown()).toEqual([60, 100]);
  });

  test("that came before anything was said, too", async () => {
    answers["/rooms/r1/talk?before=20"] = async () => ({ offset: 101, messages: [], earlier: false, later: true });
    answers["/rooms/r1/talk?after=20"] = async () => ({ offset: 101, messages: snapshotOf(21, 30).messages, earlier: false, later: true });
    await room.open();
    expect(await room.find(20)).toBe("here");
    expect(shown()).toEqual([21, 30]);
  });
});

describe("reading", () => {
  beforeEach(() => {
    answers["/rooms/r1"] = async () => snapshotOf(60, 100, { read: 20 });
    answers["/rooms/r1/talk?before=60"] = async () => ({ offset: 100, ...pageOf(10, 59), earlier: true, later: true });
    room = createRoom({ ...card, offset: 100, talk: 99, read: 20, unread: 79, mentioned: 2 }, "e", ports);
  });
  const pageOf = (from: number, to: number): Pick<TalkPage, "messages"> => ({ messages: snapshotOf(from, to).messages });

  test("goes on at the first unread words, however far up they are", async () => {
    await room.open();
    expect(room.line.value).toBe(20);
    expect((await room.findUnread())?.number).toBe(21);
    expect(room.stretch.value?.messages[0]?.id).toBe(10);
  });

  test("is told step by step", async () => {
    await room.open();
    await room.findUnread();
    room.seen(40);
    expect(ports.markRead).toHaveBeenLastCalledWith("r1", 40);
    expect(room.card.value.unread).toBe(59);
    room.seen(30);
    expect(ports.markRead).toHaveBeenCalledTimes(1);
    room.seen(1_000);
    expect(ports.markRead).toHaveBeenLastCalledWith("r1", 99);
    expect(room.card.value).toMatchObject({ unread: 0, mentioned: 0 });
  });

  test("on another device counts here, also before its words came", async () => {
    await room.open();
    room.heardRead(100);
    expect(room.card.value.unread).toBe(0);
    expect(room.line.value).toBeNull();
    expect(ports.markRead).not.toHaveBeenCalled();
    room.follower.entry(101, posted("read on the phone already"));
    expect(room.card.value.unread).toBe(0);
    room.follower.entry(102, posted("and this not"));
    expect(room.card.value.unread).toBe(1);
  });

  test("one's own words are told to the other devices", async () => {
    answers["/rooms/r1"] = async () => snapshotOf(60, 100);
    room = createRoom({ ...card, offset: 100, talk: 99, read: 99 }, "e", ports);
    await room.open();
    room.follower.entry(101, posted("mine", "ana"));
    expect(room.card.value.unread).toBe(0);
    room.seen(100);
    expect(ports.markRead).toHaveBeenLastCalledWith("r1", 100);
  });
});

describe("a room that stays open for long", () => {
  beforeEach(() => {
    answers["/rooms/r1"] = async () => snapshotOf(60, 100);
    room = createRoom({ ...card, offset: 100, talk: 99, read: 99 }, "e", ports);
  });

  const say = (from: number, to: number): void => {
    for (let offset = from; offset <= to; offset += 1) room.follower.entry(offset, posted(`words ${offset}`));
  };
  const ids = (): number[] => room.stretch.value!.messages.map(({ id }) => id);

  test("holds the newest words, and knows that there are earlier ones", async () => {
    await room.open();
    say(101, 3_000);
    expect(ids().length).toBeLessThanOrEqual(400);
    expect(ids().length).toBeGreaterThanOrEqual(200);
    expect(ids()).toEqual(Array.from(ids(), (_, step) => 3_001 - ids().length + step));
    expect(room.stretch.value).toMatchObject({ earlier: true, later: false });
    expect(room.card.value.talk).toBe(2_999);
  });

  test("takes nothing away from who reads farther up, who finds the way to the newest", async () => {
    await room.open();
    room.stand(false);
    say(101, 1_200);
    expect(ids()[0]).toBe(60);
    expect(ids().length).toBeLessThanOrEqual(401);
    expect(room.stretch.value).toMatchObject({ later: true });
    expect(room.snapshot.value!.messages.length).toBeLessThanOrEqual(400);
    room.toNewest();
    expect(ids().at(-1)).toBe(1_200);
  });

  test("drops the line with the words under it once all is read", async () => {
    await room.open();
    room.look(false);
    say(101, 101);
    expect(room.line.value).toBe(99);
    room.look(true);
    for (let offset = 102; offset <= 700; offset += 1) {
      say(offset, offset);
      room.seen(offset - 1);
    }
    expect(room.line.value).toBeNull();
  });

  test("draws the line also before a file", async () => {
    await room.open();
    room.look(false);
    room.follower.entry(101, { kind: "file_added", at: 9, actor: "bor", body: { number: 100 } } as Entry);
    expect(room.line.value).toBe(99);
    expect(room.card.value).toMatchObject({ talk: 100, unread: 1, last_at: 9 });
    expect((await room.findUnread())?.id).toBe(101);
    room.seen(100);
    expect(room.card.value.unread).toBe(0);
    expect(ports.markRead).toHaveBeenLastCalledWith("r1", 100);
  });

  test("keeps the line of what is not read yet", async () => {
    await room.open();
    room.look(false);
    say(101, 900);
    expect(room.line.value).toBe(99);
    expect(room.card.value.unread).toBe(800);
  });
});

describe("without a network", () => {
  beforeEach(() => {
    answers["/rooms/r1"] = async () => {
      throw new Unreachable("no answer");
    };
    ports.recall = async () => snapshotOf(2, 4);
    room = createRoom(card, "e", ports);
  });

  test("the last visit stands, and says so", async () => {
    await room.open();
    expect(texts()).toHaveLength(3);
    expect(room.stale.value).toBe(true);
    expect(room.failed.value).toBe(true);
  });

  test("what comes live is not put onto an old state; the snapshot brings it", async () => {
    await room.open();
    room.follower.entry(6, posted("six"));
    expect(texts()).toHaveLength(3);
    answers["/rooms/r1"] = async () => snapshotOf(2, 6);
    await room.refresh();
    expect(room.stale.value).toBe(false);
    expect(texts()).toHaveLength(5);
  });
});

test("being taken out is an ending, and so is a room that is not there", async () => {
  room.follower.ended(2000);
  expect(room.ending.value).toBe("removed");
  expect(ports.forget).toHaveBeenCalledWith("r1");
  const other = createRoom(card, "e", ports);
  answers["/rooms/r1"] = async () => {
    throw new Refused({ code: "not_found", title: "x" });
  };
  await other.open();
  expect(other.ending.value).toBe("unknown");
});
