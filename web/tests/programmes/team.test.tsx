// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";

import { RunPage } from "../../src/programmes/run_page.tsx";
import { needTexts, setLanguage } from "../../src/text/fluent.ts";
import { fakeServer, refuse, type FakeServer } from "../accounts/server.ts";
import { part, press, settle, show, submit, type, year } from "./year.tsx";

const nika = { id: "nika", name: "Nika" };
const talk = {
  id: "t1", person: nika, roles: ["mentee"], matter: "together", state: "waiting", asked_at: 1, answer_by: "2026-12-01",
  as_deputy: true,
};

let server: FakeServer;

beforeEach(async () => {
  await needTexts("mine", "programmes", "gatherings", "invitations", "refusals");
  await setLanguage("en");
  server = fakeServer({
    "GET /cohorts/c1": () => year({ state: "running", people: [part("Nika", "mentee"), part("Maja", "mentor")] }),
    "GET /cohorts/c1/calendar": () => ({ zone: "Europe/Belgrade", version: 1, dates: [], days_off: [] }),
    "GET /cohorts/c1/bulletins": () => ({ bulletins: [] }),
  });
});

const asked = (door: string): unknown[] => server.asked.filter(([one]) => one === door).map(([, body]) => body);

test("the overview says what needs the team, each with one button, and that nothing written is seen", async () => {
  server.answers["GET /cohorts/c1/overview"] = () => ({
    cohort: "c1", state: "running", lead: true,
    needs: [
      { kind: "talk", id: "t1", people: [nika], due: "2026-12-01" },
      { kind: "unopened", count: 4 },
      { kind: "pulse", people: [nika], word: "stuck" },
    ],
    pairs: [], numbers: { people: { mentee: 5 }, mentorships: {} },
  });
  const place = await show(server, <RunPage id="c1" section={null} />);
  const needs = [...place.querySelectorAll(".needs .entry")];
  expect(needs.map((need) => need.querySelector("a")!.getAttribute("href"))).toEqual([
    "/programmes/c1/talks", "/programmes/c1/people", "/programmes/c1/rooms",
  ]);
  expect(place.querySelectorAll(".main")).toHaveLength(1);
  expect(place.textContent).toContain("You do not see anything they write.");
});

test("somebody takes care of a talk, and it is done only after a question", async () => {
  let state = "waiting";
  server.answers["GET /cohorts/c1/talks"] = () => ({ talks: state === "over" ? [] : [{ ...talk, state }] });
  server.answers["POST /talks/t1/take"] = () => void (state = "taken");
  server.answers["POST /talks/t1/close"] = () => void (state = "over");
  const place = await show(server, <RunPage id="c1" section="talks" />);
  expect(place.textContent).toContain("Somebody else was asked first");
  await press(place, "I take care of it");
  await press(place, "It is done");
  expect(asked("POST /talks/t1/close")).toHaveLength(0);
  await press(place.querySelector<HTMLElement>("[role=alertdialog]")!, "It is done");
  expect(place.textContent).toContain("Nobody is waiting for a talk with you.");
});

test("who is asked for a talk and does not coordinate sees that alone", async () => {
  server.answers["GET /cohorts/c1"] = () => refuse("not_found");
  server.answers["GET /cohorts/c1/talks"] = () => ({ talks: [talk] });
  const place = await show(server, <RunPage id="c1" section="talks" />);
  expect(place.querySelector("h1")!.textContent).toBe("Talks");
  expect(place.textContent).toContain("Nika");
});

test("an announcement is looked at in each language before it goes, and goes once", async () => {
  const place = await show(server, <RunPage id="c1" section="letters" />);
  await press(place, "Write an announcement");
  await type(place, "title-1", "Gathering");
  await type(place, "words-1", "On Saturday.");
  await press(place, "In another language too");
  await type(place, "title-2", "Сусрет");
  await type(place, "words-2", "У суботу.");
  await submit(place);
  expect([...place.querySelectorAll(".letter h3")].map((one) => one.textContent)).toEqual(["Gathering", "Сусрет"]);
  expect(asked("POST /cohorts/c1/bulletins")).toEqual([]);
  await press(place, "Send it");
  server.answers["POST /cohorts/c1/bulletins"] = () => ({});
  await press(place, "Send it");
  const [first, second] = asked("POST /cohorts/c1/bulletins") as { command_id: string }[];
  expect(second).toMatchObject({
    command_id: first!.command_id, to: "all", organisation: null,
    texts: { en: { title: "Gathering", words: "On Saturday." }, "sr-Cyrl": { title: "Сусрет", words: "У суботу." } },
  });
  expect(place.textContent).toContain("It is on its way.");
});

test("dates are proposed, and each can be left out before they are saved", async () => {
  const proposal = [
    { kind: "kick_off", whom: "all", day: "2026-10-10", time: "18:00", names: {} },
    { kind: "closing", whom: "all", day: "2027-06-20", time: null, names: {} },
  ];
  server.answers["GET /cohorts/c1/calendar/proposal"] = () => ({ zone: "Europe/Belgrade", version: 1, dates: proposal, days_off: [] });
  server.answers["PUT /cohorts/c1/calendar"] = (body) => ({ zone: "Europe/Belgrade", version: 2, days_off: [], ...(body as object) });
  const place = await show(server, <RunPage id="c1" section="dates" />);
  await press(place, "Propose dates");
  const lines = (): HTMLElement[] => [...place.querySelectorAll<HTMLElement>(".entry-button")];
  const focused = (): Element | null => document.activeElement;
  lines()[0]!.click();
  await settle();
  expect(focused(), "whoever uses keys is in what opened").toBe(place.querySelector("fieldset select"));
  [...place.querySelectorAll("button")].find((one) => one.textContent === "Done")!.focus();
  await press(place, "Done");
  expect(focused(), "and on its line again once it is closed").toBe(lines()[0]);
  lines()[0]!.click();
  await settle();
  await press(place, "Leave out");
  await submit(place);
  expect(asked("PUT /cohorts/c1/calendar")).toMatchObject([{ version: 1, dates: [{ kind: "closing", time: null }] }]);
});

test("a date keeps its id, gets a place and who leads it, and all of it is moved after a look", async () => {
  const workshop = {
    kind: "workshop", whom: "all", day: "2026-12-01", time: "18:00", names: {}, id: "d1", minutes: 90, place: "call", address: "",
    led_by: [], needs_to: [], called_off: false, agenda: ["Light"],
  };
  server.answers["GET /cohorts/c1"] = () => year({ state: "running", people: [part("Vesna", "coordinator"), part("Aida", "facilitator")] });
  server.answers["GET /cohorts/c1/calendar"] = () => ({ zone: "Europe/Belgrade", version: 1, dates: [workshop], days_off: [] });
  server.answers["GET /cohorts/c1/calendar/moved?weeks=1"] = () => ({
    zone: "Europe/Belgrade", version: 1, dates: [{ ...workshop, day: "2026-12-08" }], days_off: [{ day: "2026-12-08", countries: ["MK"] }],
  });
  server.answers["PUT /cohorts/c1/calendar"] = (body) => ({ zone: "Europe/Belgrade", days_off: [], ...(body as object), version: 2 });
  const place = await show(server, <RunPage id="c1" section="dates" />);
  await press(place, "Look at it");
  expect(place.textContent).toMatch(/8 December 2026.? is a holiday in .?North Macedonia/);
  expect(asked("PUT /cohorts/c1/calendar")).toEqual([]);
  place.querySelector<HTMLElement>(".entry-button")!.click();
  await settle();
  const choose = async (label: string, value: string): Promise<void> => {
    const id = [...place.querySelectorAll("label")].find((one) => one.textContent === label)!.htmlFor;
    const select = place.querySelector<HTMLSelectElement>(`[id="${id}"]`)!;
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await settle();
  };
  await choose("Led by", "aida");
  await choose("Where", "address");
  await type(place, "address-1", "Trg 1");
  await choose("Reads what people need there", "vesna");
  expect(place.querySelector("a[href='/gatherings/d1']")).not.toBeNull();
  await submit(place);
  expect(asked("PUT /cohorts/c1/calendar")).toEqual([{
    version: 1,
    dates: [{ ...workshop, day: "2026-12-08", place: "address", address: "Trg 1", led_by: ["aida"], needs_to: ["vesna"] }],
  }]);
});

test("sums stand on one page, small groups together, with a file", async () => {
  server.answers["GET /cohorts/c1/sums"] = () => ({
    cohort: "c1", lead: false, least_meetings: 6, least_gatherings: 4, unconfirmed: 2, organisation_names: { o1: { en: "Lead" } },
    held: [{ kind: "meeting", count: 3, minutes: 170, online: 2, in_person: 1, people: 6 }],
    organisations: [{ of: ["o1"], people: 4, meetings: 3, gatherings: 1, minutes: 260 }],
    countries: [{ of: ["HR", "SI"], people: 7, meetings: 1, gatherings: 1, minutes: 150 }],
    pairs: [{ mentorship: "m1", people: [nika], met: 3, minutes: 170 }], people: [{ person: nika, came: 1 }],
  });
  const place = await show(server, <RunPage id="c1" section="sums" />);
  for (const words of [/Meetings of pairs.*3.*170/, /Croatia, Slovenia \(together\)/, /Nika.*3.? of .?6/, /1.? of .?4/, /has said who came: .?2/]) {
    expect(place.textContent).toMatch(words);
  }
  expect(place.querySelector("a[download]")!.getAttribute("href")).toBe("/api/v1/cohorts/c1/sums.csv");
});

test("where a year asks for no minimum, and where nobody is yet, none is told of", async () => {
  server.answers["GET /cohorts/c1/sums"] = () => ({
    cohort: "c1", lead: true, least_meetings: 0, least_gatherings: 0, unconfirmed: 0, organisation_names: {}, held: [],
    organisations: [], countries: [], pairs: [{ mentorship: "m1", people: [nika], met: 3, minutes: 170 }], people: [],
  });
  const place = await show(server, <RunPage id="c1" section="sums" />);
  expect(place.textContent).toMatch(/Pairs.*Nika.*3.? · .*170/);
  expect([...place.querySelectorAll("h2")].map((title) => title.textContent)).toEqual(["Sums", "Pairs"]);
});

test("something done for a mentee is written down, a wished level first", async () => {
  server.answers["GET /cohorts/c1/support"] = () => ({ mentees: [{ person: nika, organisation: "o1", given: [], wishes: ["networking"] }] });
  server.answers["POST /cohorts/c1/support"] = () => ({});
  const place = await show(server, <RunPage id="c1" section="support" />);
  place.querySelector<HTMLElement>(".entry-button")!.click();
  await settle();
  await press(place, "Write something down");
  await type(place, "words", "Met a curator.");
  await submit(place);
  expect(asked("POST /cohorts/c1/support")).toMatchObject([{ person: "nika", level: "networking", words: "Met a curator." }]);
});

test("a partner reads what the lead has settled", async () => {
  server.answers["GET /cohorts/c1"] = () => year({ lead: false });
  server.answers["GET /programmes"] = () => ({ may_found: false, organisations: [], programmes: [] });
  const place = await show(server, <RunPage id="c1" section="programme" />);
  expect(place.querySelector("form")).toBeNull();
  expect(place.textContent).toContain("1 October 2026");
});
