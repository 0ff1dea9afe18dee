// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";

import type { MyBulletin, RoomMeetings, ShownDate } from "../../src/contract.ts";
import { Foot } from "../../src/mine/foot.tsx";
import { Home } from "../../src/mine/home.tsx";
import { Next } from "../../src/mine/people.tsx";
import { fakeServer, refuse, type FakeServer } from "../accounts/server.ts";
import { stage, type Stage } from "./stage.tsx";

const BULLETIN: MyBulletin = {
  id: "b1", at: Date.UTC(2026, 10, 20, 9), author: { id: "vesna", name: "Vesna Ilić" }, cohort: "c1",
  programme_names: { en: "Between studios" }, language: "en", title: "We meet in Bitola", words: "The train goes at ten.",
  read: false,
};

let server: FakeServer;
let bulletins: MyBulletin[];

beforeEach(() => {
  bulletins = [BULLETIN];
  server = fakeServer({
    "GET /me/bulletins": () => ({ bulletins }),
    "GET /me/calendar": () => ({
      dates: [
        { cohort: "c1", programme_names: {}, kind: "workshop", whom: "mentees", names: {}, day: "2027-01-14", at: null, zone: "Europe/Belgrade" },
      ],
    }),
    "GET /me/signals": () => ({
      runs: [{ cohort: "c1", pulse: { month: "2026-11-05", asked: true, word: null }, care: [] }],
    }),
    "GET /me/photos": () => ({ photos: { blagica: "7" } }),
    "GET /me/polls": () => ({ polls: [] }),
  });
});

test("says who I am with, in which programme as what, and whom to ring up", async () => {
  const { place, text } = await stage(server, <Home />);
  expect(place.querySelector(".person")?.textContent).toContain("Благица");
  expect(place.querySelector(".person")?.getAttribute("href")).toBe("/rooms/p2");
  expect(place.querySelector(".person img")?.getAttribute("src")).toBe("/api/v1/people/blagica/photo?v=7");
  expect(text()).toContain("Between studios");
  expect(text()).toContain("Open House");
  expect(text()).toMatch(/My part: .*mentee/);
  expect(place.querySelector("a[href^='tel:']")?.getAttribute("href")).toBe("tel:+38164123456");
});

test("always has the way to the team and to what it sees", async () => {
  const { place } = await stage(server, <Foot />);
  const ways = [...place.querySelectorAll(".home-foot a")].map((way) => [way.getAttribute("href"), way.textContent]);
  expect(ways).toEqual([["/talk-with-team", "I would like a talk with the team"], ["/seen", "What the team sees"]]);
});

test("shows what comes next", async () => {
  const { text } = await stage(server, <Home />);
  expect(text()).toMatch(/14 January 2027.*Workshop.*for mentees/);
});

test("an announcement is answered to its author alone, and put away", async () => {
  server.answers["POST /bulletins/b1/answers"] = (body) => {
    bulletins = [{ ...BULLETIN, answers: [{ at: 1, words: (body as { words: string }).words }] }];
    return {};
  };
  server.answers["POST /bulletins/b1/read"] = () => {
    bulletins = [{ ...bulletins[0]!, read: true }];
    return {};
  };
  const { place, press, type, text, settle } = await stage(server, <Home />);
  expect(text()).toContain("The train goes at ten.");
  await press("Reply");
  expect(text()).toContain("Only");
  await type("textarea", "I come.");
  place.querySelector("form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settle();
  expect(server.asked.find(([door]) => door === "POST /bulletins/b1/answers")?.[1]).toMatchObject({ words: "I come." });
  expect(place.querySelector(".own-answer")?.textContent).toContain("I come.");
  await press("Put away");
  expect(place.querySelector("details .bulletin")).not.toBeNull();
});

test("one word a month, or none this time", async () => {
  let pulse = { month: "2026-11-05", asked: true, word: null as string | null };
  server.answers["GET /me/signals"] = () => ({ runs: [{ cohort: "c1", pulse, care: [] }] });
  server.answers["PUT /cohorts/c1/pulse"] = (body) => (pulse = { ...pulse, asked: false, word: (body as typeof pulse).word });
  const { press, text } = await stage(server, <Home />);
  expect(text()).toContain("How is it going?");
  await press("up and down");
  expect(server.asked.at(-2)).toEqual(["PUT /cohorts/c1/pulse", { month: "2026-11-05", word: "uneven" }]);
  expect(text()).toMatch(/Said this month:.*up and down/);
  await press("Say it anew");
  await press("fine");
  expect(text()).toMatch(/Said this month:.*fine/);
});

test("a month that is passed over is asked no more", async () => {
  let pulse = { month: "2026-11-05", asked: true, word: null };
  server.answers["GET /me/signals"] = () => ({ runs: [{ cohort: "c1", pulse, care: [] }] });
  server.answers["PUT /cohorts/c1/pulse"] = () => (pulse = { ...pulse, asked: false });
  const { press, text } = await stage(server, <Home />);
  await press("Not this time");
  expect(text()).not.toContain("How is it going?");
});

test("where it became quiet, says what would come of it and when, and takes a word", async () => {
  const care = {
    mentorship: "m1", room: "p2", people: [{ id: "nika", name: "Nika Šircelj" }, { id: "blagica", name: "Благица Ѓурчинова" }],
    steps: ["2026-11-19", "2026-11-26", "2026-12-03"], done: 1, asks_me: true, said: null,
  };
  let now: object[] = [care];
  server.answers["GET /me/signals"] = () => ({ runs: [{ cohort: "c1", pulse: null, care: now }] });
  server.answers["POST /mentorships/m1/care"] = () => {
    now = [];
    return care;
  };
  const { press, text } = await stage(server, <Home />);
  expect(text()).toMatch(/Quiet for a while: .*Благица/);
  expect(text()).toMatch(/One of us is asked:.*19 November.*has come/);
  expect(text()).toMatch(/The team hears that it is quiet, and nothing more:.*3 December/);
  await press("All is well");
  expect(server.asked).toContainEqual(["POST /mentorships/m1/care", { kind: "well" }]);
  expect(text()).not.toContain("Quiet for a while");
});

test("what would come of silence is shown in advance", async () => {
  const care = {
    mentorship: "m1", room: "p2", people: [{ id: "nika", name: "Nika Šircelj" }, { id: "blagica", name: "Благица Ѓурчинова" }],
    steps: ["2026-12-03", "2026-12-10", "2026-12-17"], done: 0, asks_me: false, said: "well",
  };
  server.answers["GET /me/signals"] = () => ({ runs: [{ cohort: "c1", pulse: null, care: [care] }] });
  const { place, text } = await stage(server, <Home />);
  expect(place.querySelector("details.home-part summary")?.textContent).toBe("Should it become quiet");
  expect(text()).toMatch(/Somebody of us said that all is well.*One of us is asked:.*3 December/);
  expect(text()).not.toContain("Quiet for a while");
});

test("what can't be read just now takes nothing else away", async () => {
  server.answers["GET /me/bulletins"] = () => refuse("unavailable");
  delete server.answers["GET /me/signals"];
  const { text } = await stage(server, <Home />);
  expect(text()).toContain("Between studios");
});

const OURS: RoomMeetings = {
  mentorship: "m1", room: "p2", people: [{ id: "blagica", name: "Благица Ѓурчинова" }], zones: { blagica: "Europe/Skopje" },
  call: "https://meet.example.org/p2", next: null, asked: [],
};
const date = (given: Partial<ShownDate>): ShownDate => ({
  item: 4, at: null, minutes: 60, place: "call", offers: [], asked_by: null, absent: [], ...given,
});
const told = async (ours: Partial<RoomMeetings>): Promise<Stage> => stage(server, <Next />, {}, "en", [{ ...OURS, ...ours }]);

test("without a date the one thing to do is to propose times", async () => {
  const { place, text } = await told({});
  expect(text()).toContain("You two have no date yet");
  expect(place.querySelector(".main")?.textContent).toBe("Propose three times");
});

test("the next date says when, with whom, and leads to the call once it is about to begin", async () => {
  const soon = await told({ next: date({ at: Date.now() + 14 * 60_000 }) });
  expect(soon.text()).toMatch(/, \d\d:\d\d.*you and .*Благица/);
  expect(soon.place.querySelector("a.main")?.getAttribute("href")).toBe("https://meet.example.org/p2");
  const later = await told({ next: date({ at: Date.now() + 16 * 60_000 }) });
  expect(later.place.querySelector(".main")).toBeNull();
  expect(later.text()).toContain("Move");
});

test("whose move it is, in words", async () => {
  const offers = [Date.now() + 3_600_000];
  const mine = await told({ asked: [date({ offers, asked_by: "nika" })] });
  expect(mine.text()).toMatch(/waits for an answer: .*Благица/);
  expect(mine.place.querySelector(".main")).toBeNull();
  const theirs = await told({ asked: [date({ offers, asked_by: "blagica" })] });
  expect(theirs.text()).toMatch(/Благица.* proposes times/);
  expect(theirs.place.querySelector("a.main")?.getAttribute("href")).toBe("/rooms/p2/meeting");
});

test("in a pause nobody is asked for a date", async () => {
  const { place } = await stage(
    server, <Next />, { mentorships: [{ id: "m1", room: "p2", role: "mentee", state: "paused" }] }, "en", [OURS],
  );
  expect(place.querySelector("button")).toBeNull();
});
