// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { expect, test } from "vitest";

import type { AnswerPoll, MyPoll } from "../../src/contract.ts";
import { WhenCouldI } from "../../src/mine/when.tsx";
import { fakeServer, refuse, type FakeServer } from "../accounts/server.ts";
import { stage, type Stage } from "./stage.tsx";

const [TUESDAY, FRIDAY] = [Date.UTC(2026, 10, 24, 17), Date.UTC(2026, 10, 27, 9, 30)];
const POLL: MyPoll = {
  id: "q1", title: "First workshop", minutes: 90, made_by: { id: "vesna", name: "Vesna Ilić" }, asked: [TUESDAY, FRIDAY],
  said: { [TUESDAY]: "no" },
};

const asking = (answer: (body: unknown) => unknown): FakeServer =>
  fakeServer({ "GET /me/polls": () => ({ polls: [POLL] }), "PUT /me/polls/q1": answer });

const said = (server: FakeServer): AnswerPoll["said"][] =>
  server.asked.filter(([door]) => door === "PUT /me/polls/q1").map(([, body]) => (body as AnswerPoll).said);

async function tap({ place, settle }: Stage, start: number, word: string): Promise<void> {
  await act(() => radio(place, start, word).click());
  await settle();
}

const radio = (place: Element, start: number, word: string): HTMLInputElement =>
  place.querySelector<HTMLInputElement>(`input[name="q1 ${start}"][value="${word}"]`)!;

test("each time stands by my own clock, with when it ends and what I said", async () => {
  const { place } = await stage(asking(() => POLL), <WhenCouldI />);
  const times = [...place.querySelectorAll("legend")].map((legend) => legend.textContent);
  expect(times[0]).toMatch(/Tuesday.*, 18:00–19:30/);
  expect(times[1]).toMatch(/10:30–12:00/);
  expect(radio(place, TUESDAY, "no").checked).toBe(true);
});

test("what is tapped is said at once, and taken back whole", async () => {
  const server = asking(() => POLL);
  const shown = await stage(server, <WhenCouldI />);
  await tap(shown, FRIDAY, "yes");
  expect(shown.text()).toContain("Noted, thank you.");
  await shown.press("Take back");
  expect(document.activeElement).toBe(shown.place.querySelector("h2"));
  expect(said(server)).toEqual([{ [TUESDAY]: "no", [FRIDAY]: "yes" }, { [TUESDAY]: "no" }]);
  expect(radio(shown.place, FRIDAY, "yes").checked).toBe(false);
  expect(shown.text()).not.toContain("Noted");
});

test("what was not noted is not shown as said, and why", async () => {
  const server = asking(() => refuse("poll_over"));
  const shown = await stage(server, <WhenCouldI />);
  await tap(shown, FRIDAY, "yes");
  expect(shown.place.querySelector("[role=alert]")?.textContent).toContain("decided already");
  expect(radio(shown.place, FRIDAY, "yes").checked).toBe(false);
  expect(radio(shown.place, TUESDAY, "no").checked).toBe(true);
});
