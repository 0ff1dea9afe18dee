/** A page with one person in front of it, who takes part in programmes, and a server that answers as a test says. */
import { signal } from "@preact/signals";
import { render, type JSX } from "preact";
import { act } from "preact/test-utils";

import { AccountContext, HttpContext, StudioContext } from "../../src/context.ts";
import type { Account } from "../../src/accounts/account.ts";
import type { Me, MyPart, RoomCard, RoomMeetings, RoomSnapshot } from "../../src/contract.ts";
import type { Studio } from "../../src/studio.ts";
import { needTexts, setLanguage } from "../../src/text/fluent.ts";
import type { Language } from "../../src/text/languages.ts";
import type { FakeServer } from "../accounts/server.ts";

export const NIKA: Me = { id: "nika", name: "Nika Šircelj", email: "nika@example.org", language: "en", zone: "Europe/Ljubljana" };

export const PART: MyPart = {
  cohort: { id: "c1", names: {}, start: "2026-10-05", end: "2027-06-30", state: "running" },
  programme_names: { en: "Between studios", mk: "Меѓу ателјеа" },
  organisation_names: { en: "Open House" },
  roles: ["mentee"],
  help: { name: "Mirjana Kostić", phone: "+381 64 123 456" },
  silence_days: [10, 17, 24],
  mentorships: [{ id: "m1", room: "p2", role: "mentee", state: "active" }],
  circles: [{ kind: "mentees", room: "g1" }],
};

const card = (id: string, kind: RoomCard["kind"], people: [string, string][]): RoomCard => ({
  id, kind, people: people.map(([person, name]) => ({ id: person, name })), offset: 1, talk: 0, read: 0, unread: 0,
  mentioned: 0, last_at: null, draft: false, presence: false,
});

export const ROOM = { id: "p2", snapshot: signal<Partial<RoomSnapshot> | null>(null), card: signal(card("p2", "pair", [["nika", "Nika Šircelj"], ["blagica", "Благица Ѓурчинова"]])) };

export interface Stage {
  place: HTMLElement;
  parts: { value: readonly MyPart[] | null };
  loaded: () => number;
  /** Presses what has these words, and waits for what comes of it. */
  press(words: string): Promise<void>;
  type(field: string, words: string): Promise<void>;
  settle(): Promise<void>;
  text(): string;
}

export async function stage(
  server: FakeServer, screen: JSX.Element, given: Partial<MyPart> = {}, language: Language = "en", meetings: readonly RoomMeetings[] = [],
): Promise<Stage> {
  await needTexts("mine", "me", "refusals");
  await setLanguage(language);
  const parts = signal<readonly MyPart[] | null>([{ ...PART, ...given }]);
  let loads = 0;
  const studio = {
    me: NIKA.id,
    programmes: { parts, changes: signal(0), load: async () => void (loads += 1) },
    meetings: { rooms: signal(meetings), ask: () => undefined },
    rooms: { all: signal([{ ...ROOM, refresh: async () => undefined }]), unread: signal(0) },
  } as unknown as Studio;
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  // happy-dom shows no dialog as a modal one.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) { this.open = true; };
  // What was answered may ask the next thing.
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) await act(() => new Promise((done) => setTimeout(done, 3)));
  };
  await act(() => {
    render(
      <HttpContext.Provider value={server.http}>
        <AccountContext.Provider value={{} as Account}>
          <StudioContext.Provider value={{ studio, me: { ...NIKA, language } }}>{screen}</StudioContext.Provider>
        </AccountContext.Provider>
      </HttpContext.Provider>,
      place,
    );
  });
  await settle();
  return {
    place,
    parts,
    loaded: () => loads,
    settle,
    text: () => place.textContent ?? "",
    async press(words) {
      const found = [...place.querySelectorAll<HTMLElement>("button, summary, input[type=checkbox]")].find(
        (one) => one.textContent?.includes(words) || one.getAttribute("aria-label") === words,
      );
      if (!found) throw new Error(`nothing says ${words}`);
      await act(() => found.click());
      await settle();
    },
    async type(field, words) {
      const found = place.querySelector<HTMLInputElement>(field)!;
      await act(() => {
        found.value = words;
        found.dispatchEvent(new Event("input", { bubbles: true }));
      });
    },
  };
}
