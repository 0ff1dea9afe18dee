// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";

import { path } from "../../src/router.ts";
import { RunPage } from "../../src/programmes/run_page.tsx";
import { needTexts, setLanguage } from "../../src/text/fluent.ts";
import { fakeServer, refuse, type FakeServer } from "../accounts/server.ts";
import { part, press, settle, show, submit, type, year } from "./year.tsx";

let server: FakeServer;

beforeEach(async () => {
  await needTexts("mine", "programmes", "invitations", "refusals");
  await setLanguage("en");
  server = fakeServer({
    "GET /cohorts/c1": () => year(),
    "GET /programmes": () => ({ may_found: false, organisations: [], programmes: [] }),
  });
});

const asked = (door: string): unknown[] => server.asked.filter(([one]) => one === door).map(([, body]) => body);

describe("the way to the start", () => {
  test("has seven steps, and the next one is the one main button", async () => {
    const place = await show(server, <RunPage id="c1" section={null} />);
    expect(place.querySelectorAll(".step")).toHaveLength(7);
    const main = [...place.querySelectorAll(".main")];
    expect(main).toHaveLength(1);
    expect(main[0]!.getAttribute("href")).toBe("/programmes/c1/team");
    expect(place.textContent).toContain("person is still missing");
    expect(place.textContent).toContain("You do not see anything they write.");
  });

  test("is called by its programme and the years of the calendar", async () => {
    const place = await show(server, <RunPage id="c1" section={null} />);
    expect(place.querySelector("h1")!.textContent).toBe("Studio 2026/27");
  });

  test("ends with a start that is asked about first", async () => {
    const steps = year().steps.map((step) => ({ ...step, state: step.name === "start" ? ("next" as const) : ("done" as const) }));
    server.answers["GET /cohorts/c1"] = () => year({ steps });
    server.answers["PUT /cohorts/c1/state"] = () => year({ state: "running", version: 2 });
    const place = await show(server, <RunPage id="c1" section={null} />);
    await press(place, "Start the year");
    expect(asked("PUT /cohorts/c1/state")).toEqual([]);
    await press(place, "Start now");
    expect(asked("PUT /cohorts/c1/state")).toEqual([{ version: 1, state: "running" }]);
  });
});

describe("what others change at the same time", () => {
  test("stands beside what was typed, which stays and can be written over it", async () => {
    let newest = year();
    server.answers["GET /cohorts/c1"] = () => newest;
    server.answers["PUT /cohorts/c1"] = (body) =>
      (body as { version: number }).version === newest.version ? year({ version: 3 }) : refuse("changed_meanwhile");
    const place = await show(server, <RunPage id="c1" section="help" />);
    await type(place, "help-name", "Mila");
    newest = year({ version: 2, help: { name: "Jovana", phone: "+381 60 1" } });
    await submit(place);
    expect(place.querySelector(".ask")!.textContent).toContain("Jovana");
    expect(place.querySelector<HTMLInputElement>("[name=help-name]")!.value).toBe("Mila");
    await submit(place);
    expect(asked("PUT /cohorts/c1").at(-1)).toMatchObject({ version: 2, help: { name: "Mila", phone: "" } });
    expect(place.textContent).toContain("Saved.");
  });

  test("can be taken instead", async () => {
    let newest = year();
    server.answers["GET /cohorts/c1"] = () => newest;
    server.answers["PUT /cohorts/c1"] = () => refuse("changed_meanwhile");
    const place = await show(server, <RunPage id="c1" section="help" />);
    await type(place, "help-name", "Mila");
    newest = year({ version: 2, help: { name: "Jovana", phone: "+381 60 1" } });
    await submit(place);
    await press(place, "Take the newest");
    expect(place.querySelector<HTMLInputElement>("[name=help-name]")!.value).toBe("Jovana");
  });

  test("a part of the settings leaves all others as they are", async () => {
    server.answers["GET /cohorts/c1"] = () => year({ silence_days: [14, 21, 28], first_words: { en: "Welcome" } });
    server.answers["PUT /cohorts/c1"] = () => year({ version: 2 });
    const place = await show(server, <RunPage id="c1" section="help" />);
    await type(place, "help-name", "Mila");
    await type(place, "help-phone", "+381 60 123");
    await submit(place);
    expect(asked("PUT /cohorts/c1")[0]).toMatchObject({
      silence_days: [14, 21, 28], first_words: { en: "Welcome" }, least_meetings: 6, start: "2026-10-01",
    });
  });
});

describe("a list of people", () => {
  const read = {
    lines: [
      { line: 2, name: "Nika", email: "nika@example.org", role: "mentee", language: "sl", organisation: "o1" },
      { line: 3, name: "Luka", email: "luka", role: "mentor", language: "sl", organisation: "o1", faults: ["email_invalid"] },
      { line: 4, name: "Nika", email: "n@example.org", role: "mentee", language: "sl", organisation: "o1", doubts: ["name_doubled"], other: 2 },
    ],
    good: 2, bad: 1, encoding: "utf-8",
  };

  async function look(): Promise<HTMLElement> {
    server.answers["POST /cohorts/c1/people/preview"] = () => read;
    const place = await show(server, <RunPage id="c1" section="people" />);
    await press(place, "Invite from a list");
    await type(place, "list", "Nika\tnika@example.org");
    await submit(place);
    return place;
  }

  test("is looked through first: each bad line with its reason, and nobody is invited", async () => {
    const place = await look();
    expect(asked("POST /cohorts/c1/people/preview")).toEqual([
      { role: "mentee", language: "en", organisation: "o1", pasted: "Nika\tnika@example.org" },
    ]);
    expect(place.querySelector(".why.bad")!.textContent).toContain("doesn’t look like an e-mail address");
    expect(place.textContent).toContain("(line \u20682\u2069)");
    expect(place.querySelector("button.main")).toBeNull();
  });

  test("goes on without the bad lines, when somebody says so, all the others or nobody", async () => {
    server.answers["POST /cohorts/c1/people"] = () => ({ people: [] });
    const place = await look();
    await press(place, "Go on without this line");
    await press(place, "Invite all \u20682\u2069");
    const [sent] = asked("POST /cohorts/c1/people") as { people: { name: string }[] }[];
    expect(sent!.people.map(({ name }) => name)).toEqual(["Nika", "Nika"]);
    expect(place.textContent).toContain("people take part now");
  });

  test("that failed on its way is sent again under the same id", async () => {
    const place = await look();
    await press(place, "Go on without this line");
    await press(place, "Invite all \u20682\u2069");
    expect(place.textContent).toContain("No answer came");
    await press(place, "Invite all \u20682\u2069");
    const [first, second] = asked("POST /cohorts/c1/people") as { command_id: string }[];
    expect(second!.command_id).toBe(first!.command_id);
  });
});

describe("people", () => {
  test("say how they came, in words", async () => {
    const invited_at = Date.now() - 3 * 86_400_000;
    const people = [part("Vesna", "coordinator"), part("Nika", "mentee", { arrival: "unopened", invited_at, email: "n@example.org" })];
    server.answers["GET /cohorts/c1"] = () => year({ people });
    const place = await show(server, <RunPage id="c1" section="people" />);
    expect(place.textContent).toContain("invited \u20683\u2069 days ago, not opened yet");
  });

  test("a part ends only after a question", async () => {
    server.answers["GET /cohorts/c1"] = () => year({ people: [part("Nika", "mentee")] });
    server.answers["DELETE /cohorts/c1/people/nika/mentee"] = () => ({});
    const place = await show(server, <RunPage id="c1" section="people" />);
    await press(place, "Nika menteehere");
    await press(place, "End their part");
    expect(asked("DELETE /cohorts/c1/people/nika/mentee")).toHaveLength(0);
    await press(place, "End it");
    expect(asked("DELETE /cohorts/c1/people/nika/mentee")).toHaveLength(1);
  });
});

describe("a pair", () => {
  const people = [part("Maja", "mentor"), part("Ana", "mentor"), part("Nika", "mentee"), part("Luka", "mentee")];
  const mentorship = {
    id: "m1", room: "r1", people: [{ person: "maja", role: "mentor" as const }, { person: "nika", role: "mentee" as const }],
    state: "active" as const, opened_at: 1, since: Date.UTC(2026, 9, 1), version: 4, mine: true,
  };
  const pick = async (place: HTMLElement, name: string): Promise<void> => {
    const box = [...place.querySelectorAll(".side-pick")].find((one) => one.textContent!.includes(name))!.querySelector("input")!;
    box.click();
    await settle();
  };

  test("is put together from who has nobody yet", async () => {
    server.answers["GET /cohorts/c1"] = () => year({ people, mentorships: [mentorship] });
    server.answers["POST /cohorts/c1/mentorships"] = () => mentorship;
    const place = await show(server, <RunPage id="c1" section="rooms" />);
    expect([...place.querySelectorAll(".side-pick")].map((one) => one.textContent)).toEqual(["Ana", "Luka"]);
    await pick(place, "Ana");
    expect(place.querySelector(".chosen .main")).toBeNull();
    await pick(place, "Luka");
    await press(place, "Open their room");
    expect(asked("POST /cohorts/c1/mentorships")).toMatchObject([
      { people: [{ person: "ana", role: "mentor" }, { person: "luka", role: "mentee" }] },
    ]);
    expect(place.textContent).toContain("The room is open");
  });

  test("pauses at once and ends only after a question", async () => {
    server.answers["GET /cohorts/c1"] = () => year({ people, mentorships: [mentorship] });
    server.answers["PUT /mentorships/m1/state"] = () => mentorship;
    const place = await show(server, <RunPage id="c1" section="rooms" />);
    const row = place.querySelector<HTMLElement>(".entry-button")!;
    row.click();
    await settle();
    await press(place, "Pause");
    await press(place, "End");
    await press(place, "End it");
    expect(asked("PUT /mentorships/m1/state")).toEqual([
      { version: 4, state: "paused" }, { version: 4, state: "ended" },
    ]);
  });
});

test("what can't be read says so and is tried again", async () => {
  delete server.answers["GET /cohorts/c1"];
  const place = await show(server, <RunPage id="c1" section={null} />);
  expect(place.textContent).toContain("No answer came");
  server.answers["GET /cohorts/c1"] = () => year();
  await press(place, "Try again");
  expect(place.querySelectorAll(".step")).toHaveLength(7);
  path.value = "/";
});
