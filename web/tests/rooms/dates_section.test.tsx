// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";

import type { Item, MeetingDate, RoomSnapshot } from "../../src/contract.ts";
import { CallOff } from "../../src/rooms/things/dates/call_off.tsx";
import { Dates } from "../../src/rooms/things/dates/dates.tsx";
import type { Room } from "../../src/rooms/room.ts";
import { needTexts } from "../../src/text/fluent.ts";
import { fakeServer, type FakeServer } from "../accounts/server.ts";
import { ROOM, stage, type Stage } from "../mine/stage.tsx";

const MINUTE = 60_000;
const HALF_AN_HOUR_AGO = Date.now() - 30 * MINUTE;

let server: FakeServer;

const date = (body: Partial<MeetingDate>): Item<MeetingDate> => ({
  id: 4, by: "blagica", at: 1, last: 4,
  body: {
    state: "agreed", at: HALF_AN_HOUR_AGO, minutes: 90, zone: "Europe/Skopje", place: "address", address: "", words: "",
    offers: [], ...body,
  },
});

async function shown(kind: RoomSnapshot["kind"], role: string, ...dates: Item<MeetingDate>[]) {
  ROOM.snapshot.value = {
    id: "p2", kind, offset: 9, things: { dates }, closed: null,
    members: [{ person: "nika", name: "Nika Šircelj", role }, { person: "blagica", name: "Благица Ѓурчинова", role: "mentor" }],
  } as unknown as RoomSnapshot;
  return stage(server, <Dates room={ROOM as unknown as Room} />);
}

beforeEach(async () => {
  await needTexts("things");
  server = fakeServer({
    "GET /clock": () => ({ now: Date.now() }),
    "POST /rpc/room.hold_meeting": () => ({ offset: 9 }),
    "POST /rpc/room.move_date": () => ({ offset: 9 }),
    "POST /rpc/room.drop_times": () => ({ offset: 9 }),
    "POST /rpc/room.propose_times": () => ({ offset: 9 }),
    "POST /rpc/room.cancel_date": () => ({ offset: 9 }),
    "POST /rpc/room.cannot_come": () => ({ offset: 9 }),
  });
});

const sent = (door: string): unknown => server.asked.find(([one]) => one === `POST /rpc/room.${door}`)?.[1];

test("after it has begun it is asked whether they met, and what was planned is filled in", async () => {
  const { text, press, place, settle } = await shown("pair", "mentee", date({}));
  expect(text()).toContain("Did you meet?");
  await press("We met");
  place.querySelector("dialog form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settle();
  expect(sent("hold_meeting")).toMatchObject({ room: "p2", minutes: 90, manner: "in_person" });
});

test("in a group it is asked of who leads it alone", async () => {
  expect((await shown("mentees", "mentee", date({}))).text()).not.toContain("Did you meet?");
  expect((await shown("mentees", "facilitator", date({}))).text()).toContain("Did you meet?");
});

test("if they did not, another time is found for what still goes on", async () => {
  const { press, place, settle } = await shown("pair", "mentee", date({}));
  await press("We did not: find another time");
  // The form is fetched when it is wanted.
  await expect.poll(() => place.querySelector(".date-suggested button")).not.toBeNull();
  place.querySelector<HTMLButtonElement>(".date-suggested button")!.click();
  await settle();
  place.querySelector("dialog form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settle();
  expect(sent("move_date")).toMatchObject({ item: 4, reason: "" });
  expect((sent("move_date") as { starts: number[] }).starts).toHaveLength(1);
});

const submit = async ({ place, settle }: Stage): Promise<void> => {
  place.querySelector("dialog form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settle();
};

async function choose({ place, settle }: Stage, label: string, value: string): Promise<void> {
  const named = [...place.querySelectorAll("dialog label")].find(({ textContent }) => textContent === label)!;
  const field = place.querySelector<HTMLInputElement>(`[id="${named.getAttribute("for")}"]`)!;
  field.value = value;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  await settle();
}

test("a series is proposed with its rhythm, in the proposer's zone, as long and where they met the last time", async () => {
  const one = await shown("pair", "mentee", date({ at: Date.now() - 99 * 24 * 60 * MINUTE, address: "Stara 1" }));
  await one.press("Propose three times");
  await expect.poll(() => one.place.querySelector(".date-suggested button")).not.toBeNull();
  one.place.querySelector<HTMLButtonElement>(".date-suggested button")!.click();
  await one.settle();
  await choose(one, "How often", "fortnight");
  await choose(one, "How many times", "4");
  await submit(one);
  expect(sent("propose_times")).toMatchObject({
    zone: "Europe/Ljubljana", minutes: 90, place: "address", address: "Stara 1",
    repeats: { weeks: 2, months: 0, times: 4, skip_holidays: true },
  });
});

test("of a series one date is called off, or it and all later ones", async () => {
  const item = date({ at: Date.now() + 24 * 60 * MINUTE, series: 4 });
  const one = await stage(server, <CallOff room={ROOM as unknown as Room} item={item} onClose={() => undefined} />);
  one.place.querySelector<HTMLInputElement>("dialog input[name=rest]")!.click();
  await one.settle();
  await submit(one);
  expect(sent("cancel_date")).toMatchObject({ item: 4, reason: "", rest: true });
});

test("one tap says that I cannot come", async () => {
  const { press } = await shown("pair", "mentee", date({ at: Date.now() + 60 * MINUTE }));
  await press("I cannot come");
  expect(sent("cannot_come")).toMatchObject({ room: "p2", item: 4 });
});

test("in a group times are proposed by who leads it, and accepted by anybody", async () => {
  const asked = date({ state: "asked", at: null, offers: [Date.now() + 60 * MINUTE], asked_by: "blagica" });
  const { place, text } = await shown("mentees", "mentee", asked);
  expect(text()).toContain("proposes");
  expect(place.querySelectorAll("button.date-time")).toHaveLength(1);
  expect(text()).not.toContain("None of these suits");
  expect((await shown("mentees", "mentee")).text()).not.toContain("Propose three times");
  expect((await shown("mentees", "facilitator")).text()).toContain("Propose three times");
});

test("in a large group times wait for the first ones by name, and more", async () => {
  const asked = date({ state: "asked", at: null, offers: [Date.now() + 60 * MINUTE], asked_by: "nika" });
  const { text, settle } = await shown("mentees", "facilitator", asked);
  const members = ["Nika", "Ana", "Bor", "Cilka", "Dana"].map((name) => ({ person: name.toLowerCase(), name, role: "mentee" }));
  ROOM.snapshot.value = { ...ROOM.snapshot.value!, members } as unknown as RoomSnapshot;
  await settle();
  expect(text()).toMatch(/waits for an answer: \W*Ana, Bor, Cilka …/);
});

test("what nobody answered in time is put away, or other times are found", async () => {
  const { text, press } = await shown("pair", "mentee", date({ state: "asked", at: null, offers: [1], asked_by: "nika" }));
  expect(text()).toContain("The proposed times are over.");
  await press("Put away");
  expect(sent("drop_times")).toMatchObject({ item: 4 });
});
