import { describe, expect, test } from "vitest";

import type { File as RoomFile, Item, Message } from "../../src/contract.ts";
import { arrange } from "../../src/rooms/arrange.ts";
import type { Room } from "../../src/rooms/room.ts";
import { filesWithin, lineBefore, saidOf } from "../../src/rooms/said.ts";
import { place } from "../../src/rooms/things/files/place.tsx";

const say = (id: number, author: string, at = "2026-11-20T10:00Z"): Message => ({
  id, number: id, author, at: Date.parse(at), last: id, text: `${id}`,
});

/** One of before they were counted has no number. */
const bring = (id: number, at = "2026-11-20T10:00Z", number: number | null = null, by = "bor"): Item<RoomFile> => ({
  id, by, at: Date.parse(at), last: id,
  body: {
    name: "a.pdf", size: 9, type: "application/pdf", stored: "0", width: null, height: null, seconds: null, text: "",
    message: null, ...(number === null ? {} : { number }),
  },
});

/** The layout in short: "2026-11-20: ana 1 | file 2". */
function short(messages: Message[], files: Item<RoomFile>[], readUpTo: number | null = null): string[] {
  const line = lineBefore(saidOf(messages, files), false, readUpTo, "ana");
  return place(arrange(messages, "UTC", line), files, "UTC", {} as Room, line).map(({ key, parts }) => {
    const words = parts.map((part) =>
      part === "unread" ? "unread"
      : "messages" in part ? `${part.author} ${part.messages.map(({ id }) => id).join(" ")}`
      : part.key!.replace("-", " "),
    );
    return `${key}: ${words.join(" | ")}`;
  });
}

describe("files stand in the talk", () => {
  test("where they came in, and part what one person said", () => {
    const talk = [say(1, "ana"), say(3, "ana"), say(5, "bor"), say(7, "bor")];
    expect(short(talk, [2, 4, 6, 8].map((id) => bring(id)))).toEqual([
      "2026-11-20: ana 1 | file 2 | ana 3 | file 4 | bor 5 | file 6 | bor 7 | file 8",
    ]);
  });

  test("on days of their own, and in a room where nothing was said", () => {
    const files = [bring(2, "2026-11-19T10:00Z"), bring(3, "2026-11-21T10:00Z")];
    expect(short([say(1, "ana", "2026-11-18T10:00Z"), say(4, "ana", "2026-11-22T10:00Z")], files)).toEqual([
      "2026-11-18: ana 1", "2026-11-19: file 2", "2026-11-21: file 3", "2026-11-22: ana 4",
    ]);
    expect(short([], [bring(2), bring(3)])).toEqual(["2026-11-20: file 2 | file 3"]);
  });

  test("before the line, when they came before what is new", () => {
    expect(short([say(1, "ana"), say(2, "bor"), say(4, "bor")], [bring(3)], 2)).toEqual([
      "2026-11-20: ana 1 | bor 2 | file 3 | unread | bor 4",
    ]);
  });

  test("behind the line, when they are what is new", () => {
    const at = "2026-11-20T10:00Z";
    const talk = [say(1, "ana"), say(2, "bor"), say(4, "bor")];
    expect(short(talk, [bring(3, at, 3)], 2)).toEqual(["2026-11-20: ana 1 | bor 2 | unread | file 3 | bor 4"]);
    expect(short(talk, [bring(3, at, 3)], 3)).toEqual(["2026-11-20: ana 1 | bor 2 | file 3 | unread | bor 4"]);
    expect(short(talk, [bring(3, at, 3, "ana")], 2)).toEqual(["2026-11-20: ana 1 | bor 2 | file 3 | unread | bor 4"]);
    expect(short(talk.slice(0, 2), [bring(3, at, 3), bring(4, at, 4)], 2)).toEqual([
      "2026-11-20: ana 1 | bor 2 | unread | file 3 | file 4",
    ]);
    expect(short([], [bring(2, at, 1)], 0)).toEqual(["2026-11-20: unread | file 2"]);
  });

  test("only as far as the talk is loaded", () => {
    const messages = [say(3, "ana"), say(6, "ana")];
    const files = [2, 4, 7].map((id) => bring(id));
    const shown = (earlier: boolean, later: boolean): number[] =>
      filesWithin(files, { messages, earlier, later }).map(({ id }) => id);
    expect([shown(true, true), shown(false, true), shown(true, false)]).toEqual([[4], [2, 4], [4, 7]]);
  });
});
