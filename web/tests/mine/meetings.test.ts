import { expect, test } from "vitest";

import type { MyMeetings, PersonEntry } from "../../src/contract.ts";
import type { Listener } from "../../src/live/connection.ts";
import { createMeetings } from "../../src/mine/meetings.ts";
import { Unreachable } from "../../src/http.ts";

const mine = (room: string): MyMeetings => ({
  rooms: [{ mentorship: "m1", room, people: [], zones: {}, call: null, next: null, asked: [] }],
});
const settle = (): Promise<void> => new Promise((done) => setTimeout(done));

function made(answers: (MyMeetings | null)[], kept?: MyMeetings) {
  let listener: Listener | undefined;
  const stored: MyMeetings[] = [];
  let asked = 0;
  const meetings = createMeetings({
    http: (async () => {
      const answer = answers[Math.min(asked++, answers.length - 1)];
      if (!answer) throw new Unreachable("no answer");
      return answer;
    }) as never,
    connection: { listen: (one) => void (listener = one) },
    keep: (value) => void stored.push(value),
    recall: async () => kept,
  });
  const told = (kind: PersonEntry["kind"]): void => listener!.entry({ kind } as PersonEntry);
  return { meetings, told, lost: () => listener!.lost(), stored, asked: () => asked, room: () => meetings.rooms.value?.[0]?.room };
}

test("nothing is asked before somebody looks, and then once", async () => {
  const { meetings, told, asked, room } = made([mine("p1")]);
  told("dates_changed");
  await settle();
  expect(asked()).toBe(0);
  meetings.ask();
  meetings.ask();
  await settle();
  expect([asked(), room()]).toEqual([1, "p1"]);
});

test("follows the dates and the mentorships, and what may have been told and never came", async () => {
  const { meetings, told, lost, asked, room, stored } = made([mine("p1"), mine("p2"), mine("p3"), mine("p4")]);
  meetings.ask();
  await settle();
  for (const follow of [() => told("dates_changed"), () => told("programme_changed"), lost]) {
    follow();
    await settle();
  }
  told("logins_changed");
  await settle();
  expect([asked(), room(), stored.length]).toEqual([4, "p4", 4]);
});

test("without a network the dates of the last visit stand, and the next screen asks again", async () => {
  const { meetings, room } = made([null, mine("p2")], mine("p1"));
  meetings.ask();
  await settle();
  expect(room()).toBe("p1");
  meetings.ask();
  await settle();
  expect(room()).toBe("p2");
});
