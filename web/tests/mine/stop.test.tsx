// @vitest-environment happy-dom
import { expect, test } from "vitest";

import { Closed } from "../../src/mine/closed.tsx";
import { Stop } from "../../src/mine/stop.tsx";
import type { Room } from "../../src/rooms/room.ts";
import { fakeServer, refuse } from "../accounts/server.ts";
import { PART, ROOM, stage } from "./stage.tsx";

const room = { ...ROOM, refresh: async () => undefined } as unknown as Room;
const mentorship = PART.mentorships[0]!;

test("what happens is said before, and the way back is the main button", async () => {
  let closed = 0;
  const { place, text, press } = await stage(
    fakeServer(), <Stop room={room} mentorship={mentorship} onClose={() => (closed += 1)} />,
  );
  for (const words of ["at once", "no reason", "one neutral sentence", "The team is told"]) expect(text()).toContain(words);
  expect(place.querySelector("button.main")?.textContent).toBe("Keep it going");
  await press("Keep it going");
  expect(closed).toBe(1);
});

test("stopping takes one more press, says that it is done, and reads anew how things stand", async () => {
  const server = fakeServer({ "POST /mentorships/m1/stop": () => ({}) });
  const { text, press, loaded } = await stage(server, <Stop room={room} mentorship={mentorship} onClose={() => undefined} />);
  await press("Stop now");
  expect(server.asked).toEqual([["POST /mentorships/m1/stop", undefined]]);
  expect(text()).toContain("It has ended");
  expect(loaded()).toBe(1);
});

test("who is one of several leaves alone, and the others go on", async () => {
  const members = [
    { person: "nika", name: "", role: "mentee" as const }, { person: "luka", name: "", role: "mentee" as const },
    { person: "blagica", name: "", role: "mentor" as const },
  ];
  const ends: string[] = [];
  const server = fakeServer({ "POST /mentorships/m1/stop": () => ({}) });
  const team = { ...room, snapshot: { value: { members } }, end: (why: string) => ends.push(why) } as unknown as Room;
  const { text, press } = await stage(server, <Stop room={team} mentorship={mentorship} onClose={() => undefined} />);
  expect(text()).not.toContain("Nothing more can be written");
  await press("Stop now");
  expect(ends).toEqual(["left"]);
});

test("a refusal is said in words, and nothing was stopped", async () => {
  const server = fakeServer({ "POST /mentorships/m1/stop": () => refuse("mentorship_over") });
  const { text, press } = await stage(server, <Stop room={room} mentorship={mentorship} onClose={() => undefined} />);
  await press("Stop now");
  expect(text()).toContain("This mentorship is over");
  expect(text()).not.toContain("It has ended");
});

test.each([["stopped", "This mentoring does not go on."], ["ended", "has come to its end"]] as const)(
  "a room that is closed as %s says so neutrally", async (closing, words) => {
    const { text } = await stage(fakeServer(), <Closed room={room} closing={closing} />);
    expect(text()).toContain(words);
    expect(text()).not.toContain("Благица");
  },
);
