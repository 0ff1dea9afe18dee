/** A year of a programme as the server tells of it, and a page with it. */
import type { ComponentChildren, JSX } from "preact";
import { signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";

import type { CohortPage, Part } from "../../src/contract.ts";
import { HttpContext, StudioContext } from "../../src/context.ts";
import type { Studio } from "../../src/studio.ts";
import type { FakeServer } from "../accounts/server.ts";

export const vesna = { id: "vesna", name: "Vesna", email: "vesna@example.org", language: "en", zone: "Europe/Belgrade" };

export const part = (name: string, role: Part["role"], more: Partial<Part> = {}): Part => ({
  person: { id: name.toLowerCase(), name }, role, organisation: "o1", arrival: "here", ...more,
});

export function year(change: Partial<CohortPage> = {}): CohortPage {
  return {
    id: "c1", programme: "p1", programme_names: { en: "Studio", "sr-Cyrl": "Студио" }, names: {},
    start: "2026-10-01", end: "2027-06-30", home_zone: "Europe/Belgrade", state: "draft",
    least_meetings: 6, least_gatherings: 4, help: null, silence_days: null, first_words: {}, version: 1, lead: true,
    organisations: [
      { id: "o1", names: { en: "Lead" }, town: "Novi Sad", country: "RS", zone: "Europe/Belgrade", version: 1, mine: true },
    ],
    partners: [{ organisation: "o1", role: "lead" }], credits: [], people: [part("Vesna", "coordinator")],
    mentorships: [], circles: [],
    steps: [
      { name: "programme", state: "done" }, { name: "team", state: "next", left: 1 }, { name: "help", state: "later" },
      { name: "credits", state: "later" }, { name: "people", state: "later" }, { name: "rooms", state: "later" },
      { name: "start", state: "later" },
    ],
    ...change,
  };
}

/** Shows it to Vesna, who has no room. */
export async function show(server: FakeServer, what: ComponentChildren): Promise<HTMLElement> {
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  const programmes = { parts: signal([]), changes: signal(0) };
  const studio = { me: "vesna", rooms: { all: signal([]) }, programmes } as unknown as Studio;
  const Whole = (): JSX.Element => (
    <HttpContext.Provider value={server.http}>
      <StudioContext.Provider value={{ studio, me: vesna }}>{what}</StudioContext.Provider>
    </HttpContext.Provider>
  );
  await act(() => render(<Whole />, place));
  await settle();
  return place;
}

/** Until what was read has asked for more, and that was read too. */
export async function settle(): Promise<void> {
  for (let step = 0; step < 3; step += 1) await act(async () => void (await new Promise((done) => setTimeout(done))));
}

export async function press(place: HTMLElement, words: string): Promise<void> {
  const button = [...place.querySelectorAll<HTMLElement>("button, a")].find((one) => one.textContent?.trim() === words);
  if (!button) throw new Error(`no button ${words} in ${place.textContent}`);
  await act(() => button.click());
  await settle();
}

export async function type(place: HTMLElement, name: string, words: string): Promise<void> {
  const field = place.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  await act(() => {
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

export async function submit(place: HTMLElement): Promise<void> {
  await act(() => void place.querySelector("form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
  await settle();
}
