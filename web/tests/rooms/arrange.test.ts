import { describe, expect, test } from "vitest";

import type { Message } from "../../src/contract.ts";
import { arrange } from "../../src/rooms/arrange.ts";
import { lineBefore } from "../../src/rooms/said.ts";

const say = (number: number, author: string, at: string): Message => ({
  id: number, number, author, at: Date.parse(at), last: number, text: `${number}`,
});

/** The layout in short: "2026-11-20: ana 1 2 | bor 3". */
function short(messages: Message[], zone: string, readUpTo: number | null = null): string[] {
  return arrange(messages, zone, lineBefore(messages, true, readUpTo, "ana")).map(
    ({ key, parts }) =>
      `${key}: ${parts
        .map((part) => (part === "unread" || !("messages" in part) ? "unread" : `${part.author} ${part.messages.map((m) => m.number).join(" ")}`))
        .join(" | ")}`,
  );
}

describe("a talk is laid out", () => {
  test("by author, until somebody else speaks", () => {
    const talk = [
      say(1, "ana", "2026-11-20T10:00Z"), say(2, "ana", "2026-11-20T10:01Z"),
      say(3, "bor", "2026-11-20T10:02Z"), say(4, "ana", "2026-11-20T10:03Z"),
    ];
    expect(short(talk, "UTC")).toEqual(["2026-11-20: ana 1 2 | bor 3 | ana 4"]);
  });

  test("anew after a quarter of an hour", () => {
    const talk = [
      say(1, "ana", "2026-11-20T10:00Z"), say(2, "ana", "2026-11-20T10:14Z"), say(3, "ana", "2026-11-20T10:29Z"),
    ];
    expect(short(talk, "UTC")).toEqual(["2026-11-20: ana 1 2 | ana 3"]);
  });

  test("by the days of the reader's zone", () => {
    const talk = [say(1, "ana", "2026-11-20T22:30Z"), say(2, "ana", "2026-11-20T22:35Z")];
    expect(short(talk, "Europe/Belgrade")).toEqual(["2026-11-20: ana 1 2"]);
    expect(short(talk, "Europe/Istanbul")).toEqual(["2026-11-21: ana 1 2"]);
    expect(short([...talk, say(3, "ana", "2026-11-20T23:05Z")], "Europe/Belgrade")).toEqual([
      "2026-11-20: ana 1 2", "2026-11-21: ana 3",
    ]);
  });

  test("with one day where the clock goes back and one where it goes forward", () => {
    const back = ["2026-10-24T22:30Z", "2026-10-25T00:30Z", "2026-10-25T01:30Z", "2026-10-25T22:59Z", "2026-10-25T23:01Z"];
    const talk = back.map((at, place) => say(place + 1, `${place}`, at));
    expect(short(talk, "Europe/Belgrade")).toEqual(["2026-10-25: 0 1 | 1 2 | 2 3 | 3 4", "2026-10-26: 4 5"]);
    const forward = ["2027-03-27T23:30Z", "2027-03-28T00:59Z", "2027-03-28T01:01Z", "2027-03-28T21:59Z", "2027-03-28T22:01Z"];
    expect(short(forward.map((at, place) => say(place + 1, `${place}`, at)), "Europe/Belgrade")).toEqual([
      "2027-03-28: 0 1 | 1 2 | 2 3 | 3 4", "2027-03-29: 4 5",
    ]);
  });

  test("with the line before the first words of others that are new", () => {
    const talk = [
      say(1, "bor", "2026-11-20T10:00Z"), say(2, "ana", "2026-11-20T10:01Z"), say(3, "bor", "2026-11-20T10:02Z"),
      say(4, "bor", "2026-11-20T10:03Z"),
    ];
    expect(short(talk, "UTC", 3)).toEqual(["2026-11-20: bor 1 | ana 2 | bor 3 | unread | bor 4"]);
    expect(short(talk, "UTC", 1)).toEqual(["2026-11-20: bor 1 | ana 2 | unread | bor 3 4"]);
    expect(short(talk, "UTC", 4)).toEqual(["2026-11-20: bor 1 | ana 2 | bor 3 4"]);
    expect(short(talk.slice(2), "UTC", 2)).toEqual(["2026-11-20: unread | bor 3 4"]);
    expect(short(talk.slice(2), "UTC", 1)).toEqual(["2026-11-20: bor 3 4"]);
  });
});
