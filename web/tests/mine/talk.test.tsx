// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";

import type { MyTalk } from "../../src/contract.ts";
import { TalkPage } from "../../src/mine/talk_page.tsx";
import { fakeServer, refuse, type FakeServer } from "../accounts/server.ts";
import { PART, stage } from "./stage.tsx";

const VESNA = { id: "vesna", name: "Vesna Ilić" };
const GORAN = { id: "goran", name: "Goran Babić" };
const TALK: MyTalk = {
  id: "t1", cohort: "c1", to: VESNA, matter: "time", state: "waiting", asked_at: Date.UTC(2026, 10, 20, 9),
  answer_by: "2026-11-24", deputy: GORAN, deputy_from: "2026-11-25", taken_by: null, nobody_left: false,
};

let server: FakeServer;
let talks: MyTalk[];

beforeEach(() => {
  talks = [];
  server = fakeServer({
    "GET /me/talks": () => ({ talks }),
    "GET /me/photos": () => ({ photos: {} }),
    "GET /cohorts/c1/team": () => ({
      people: [
        { person: VESNA, roles: ["coordinator"], organisation_names: { en: "Open House" }, photo: "9" },
        { person: GORAN, roles: ["facilitator"], organisation_names: {}, photo: null },
      ],
      help: PART.help,
    }),
    "POST /cohorts/c1/talks": () => {
      talks = [TALK];
      return TALK;
    },
  });
});

const radio = (place: HTMLElement, words: string): HTMLInputElement =>
  [...place.querySelectorAll<HTMLElement>("label.pick")].find((one) => one.textContent!.includes(words))!.querySelector("input")!;

test("a person by name and photo, one of five topics, and one press asks", async () => {
  const { place, text, press, settle } = await stage(server, <TalkPage />);
  expect(text()).toContain("In the rooms nobody sees a trace of it.");
  expect(place.querySelector(".pick img")?.getAttribute("src")).toBe("/api/v1/people/vesna/photo?v=9");
  expect(place.querySelectorAll("input[name=matter]").length).toBe(5);
  expect(place.querySelector<HTMLButtonElement>("button.main")!.disabled).toBe(true);
  radio(place, "Vesna").click();
  radio(place, "finding time").click();
  await settle();
  await press("Ask for the talk");
  expect(server.asked.find(([door]) => door === "POST /cohorts/c1/talks")?.[1]).toEqual({
    to: "vesna", matter: "time", command_id: expect.any(String),
  });
  expect(text()).toContain("A talk is asked for");
  expect(text()).toMatch(/at the latest:.*24 November/);
  expect(text()).toMatch(/Goran Babić.* steps in from:.*25 November/);
  expect(place.querySelector("a[href='tel:+38164123456']")).not.toBeNull();
});

test("what goes wrong is said, what was chosen stays, and trying again asks once", async () => {
  server.answers["POST /cohorts/c1/talks"] = () => refuse("already_asked");
  const { place, press, settle } = await stage(server, <TalkPage />);
  radio(place, "Vesna").click();
  radio(place, "how I am").click();
  await settle();
  await press("Ask for the talk");
  expect(place.querySelector("[role=alert]")?.textContent).not.toBe("");
  expect(radio(place, "how I am").checked).toBe(true);
  await press("Ask for the talk");
  const ids = server.asked.filter(([door]) => door.startsWith("POST")).map(([, body]) => (body as { command_id: string }).command_id);
  expect(new Set(ids).size).toBe(1);
});

test("what was answered is over: the same words again ask for another talk", async () => {
  talks = [TALK];
  const { place, press, settle } = await stage(server, <TalkPage />);
  for (const _ of [1, 2]) {
    radio(place, "Vesna").click();
    radio(place, "how I am").click();
    await settle();
    await press("Ask for the talk");
  }
  const ids = server.asked.filter(([door]) => door.startsWith("POST")).map(([, body]) => (body as { command_id: string }).command_id);
  expect(new Set(ids).size).toBe(2);
});

test("it is taken back as silently", async () => {
  talks = [TALK];
  server.answers["DELETE /talks/t1"] = () => {
    talks = [];
    return {};
  };
  const { text, press } = await stage(server, <TalkPage />);
  await press("Take it back");
  expect(text()).not.toContain("A talk is asked for");
});

test("whoever takes care of it is named, and then it is not taken back any more", async () => {
  talks = [{ ...TALK, state: "taken", taken_by: GORAN }];
  const { text } = await stage(server, <TalkPage />);
  expect(text()).toMatch(/Taken care of by:.*Goran/);
  expect(text()).not.toContain("Take it back");
});

test("without a programme that goes on there is nobody to ask", async () => {
  const { text } = await stage(server, <TalkPage />, { cohort: { ...PART.cohort, state: "ended" } });
  expect(text()).toContain("no programme here that goes on");
});
