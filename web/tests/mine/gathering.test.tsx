// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { GatheringPage as Gathering, MyDate } from "../../src/contract.ts";
import { Dates } from "../../src/mine/dates.tsx";
import { GatheringPage } from "../../src/mine/gathering_page.tsx";
import { path } from "../../src/router.ts";
import { needTexts } from "../../src/text/fluent.ts";
import { fakeServer } from "../accounts/server.ts";
import { stage } from "./stage.tsx";

const AT = Date.UTC(2027, 0, 14, 17);
const VESNA = { id: "vesna", name: "Vesna Ilić" };

beforeEach(() => {
  vi.useFakeTimers({ now: AT - 20 * 60_000, toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const date = (more: Partial<MyDate> = {}): MyDate => ({
  cohort: "c1", programme_names: {}, kind: "workshop", whom: "all", names: {}, day: "2027-01-14", at: AT, zone: "Europe/Belgrade",
  minutes: 90, place: "address", address: "Trg 1", called_off: false, gathering: "g1", door: "closed", coming: null, room: "r1",
  leads: false, sees: false, needs_to: [VESNA], need: "", ...more,
});

test("one tap says that I cannot come, and one that I can after all", async () => {
  let coming: boolean | null = null;
  const server = fakeServer({
    "GET /me/calendar": () => ({ dates: [date({ coming })] }),
    "POST /gatherings/g1/answer": (body) => void ({ coming } = body as { coming: boolean }),
  });
  const { press, text } = await stage(server, <Dates />);
  expect(text()).toContain("Trg 1");
  await press("I cannot come");
  expect(coming).toBe(false);
  expect(text()).toContain("I said that I cannot come.");
  await press("I can come after all");
  expect(coming).toBe(true);
});

test("the way to the room stands there once the lobby is open, and what was called off says so alone", async () => {
  const dates = [date({ door: "lobby", leads: true }), date({ gathering: "g2", called_off: true, door: "off" })];
  const { place, text } = await stage(fakeServer({ "GET /me/calendar": () => ({ dates }) }), <Dates />);
  const ways = [...place.querySelectorAll("a")].map((way) => way.getAttribute("href"));
  expect(ways).toEqual(["/rooms/r1", "/gatherings/g1"]);
  expect(text()).toContain("called off");
});

test("what I need is told to who is named, whose name I see before", async () => {
  const server = fakeServer({ "GET /me/calendar": () => ({ dates: [date()] }), "PUT /gatherings/g1/need": () => ({}) });
  const { place, press, text, type } = await stage(server, <Dates />);
  expect(text()).toMatch(/Read by .*Vesna Ilić.* alone; it is deleted thirty days after/);
  await type("input[name=need]", "A ramp");
  await press("Tell them");
  expect(place.querySelector("[role=alert]")!.textContent).toBe("");
  expect(server.asked).toContainEqual(["PUT /gatherings/g1/need", { need: "A ramp" }]);
});

const gathering = (more: Partial<Gathering> = {}): Gathering => ({
  id: "g1", cohort: "c1", kind: "workshop", whom: "all", names: { en: "Light" }, at: AT, minutes: 90, zone: "Europe/Belgrade",
  place: "address", address: "Trg 1", door: "closed", led_by: [VESNA], others: 3,
  guests: [
    { person: { id: "nika", name: "Nika" }, organisation_names: { en: "Open House" }, country: "RS", coming: true, came: null },
    { person: { id: "bor", name: "Bor" }, organisation_names: {}, country: null, coming: false, came: null },
  ],
  confirmed_by: null, confirmed_at: null, took: null, holds: true, reads_needs: true, ...more,
});

test("who leads it opens the door, taps who came, and reads what was told to them", async () => {
  await needTexts("gatherings");
  path.value = "/gatherings/g1";
  let now = gathering();
  const server = fakeServer({
    "GET /me/calendar": () => ({ dates: [] }),
    "GET /gatherings/g1": () => now,
    "POST /gatherings/g1/open": () => void (now = gathering({ door: "open" })),
    "PUT /gatherings/g1/attendance": () => (now = gathering({ door: "open", confirmed_by: VESNA, confirmed_at: AT, took: 80 })),
    "GET /gatherings/g1/needs": () => ({ needs: [{ person: { id: "nika", name: "Nika" }, need: "A ramp" }], forgotten_on: "2027-02-13" }),
  });
  const { place, press, text, settle } = await stage(server, <GatheringPage />);
  expect(text()).toMatch(/coming: .?1.? of .?2/);
  expect(text()).toContain("A ramp");
  expect(place.querySelector(".guest-list")!.textContent).toMatch(/Bor.*cannot come.*Nika.*Open House.*coming/);
  expect(place.querySelector("form"), "before the lobby nobody can have come").toBeNull();
  await press("Open the door");
  expect(text()).toContain("The door is open");
  vi.setSystemTime(AT);
  await settle();
  now = { ...now };
  const later = await stage(server, <GatheringPage />);
  later.place.querySelector<HTMLInputElement>("input[name=came-nika]")!.click();
  await later.type("input[name=minutes]", "80");
  await later.press("Save who came");
  expect(server.asked).toContainEqual([
    "PUT /gatherings/g1/attendance",
    { people: [{ person: "nika", came: true }, { person: "bor", came: false }], minutes: 80 },
  ]);
  expect(later.text()).toMatch(/Confirmed by .*Vesna Ilić/);
});

test("the way to open the door comes by itself to who waits for it", async () => {
  await needTexts("gatherings");
  vi.useFakeTimers({ now: AT - 31 * 60_000, toFake: ["Date", "setInterval", "clearInterval"] });
  path.value = "/gatherings/g1";
  const { text, settle } = await stage(
    fakeServer({ "GET /me/calendar": () => ({ dates: [] }), "GET /gatherings/g1": () => gathering({ reads_needs: false }) }),
    <GatheringPage />,
  );
  expect(text()).not.toContain("Open the door");
  vi.advanceTimersByTime(60_000);
  await settle();
  expect(text()).toContain("Open the door");
});

test("who only sees it has no door and no taps", async () => {
  await needTexts("gatherings");
  path.value = "/gatherings/g1";
  const page = gathering({ holds: false, reads_needs: false, door: "open" });
  const server = fakeServer({ "GET /me/calendar": () => ({ dates: [date({ sees: true })] }), "GET /gatherings/g1": () => page });
  const { place, text } = await stage(server, <GatheringPage />);
  expect(place.querySelector("form")).toBeNull();
  expect(text()).not.toContain("Open the door");
  expect(text()).toMatch(/3.? more from other organisations/);
});

test("who is invited alone sees their own part of it, and asks for nothing more", async () => {
  path.value = "/gatherings/g1";
  const server = fakeServer({ "GET /me/calendar": () => ({ dates: [date()] }) });
  const { text } = await stage(server, <GatheringPage />);
  expect(text()).toContain("I cannot come");
  expect(server.asked.map(([door]) => door)).not.toContain("GET /gatherings/g1");
});
