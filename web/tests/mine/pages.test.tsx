// @vitest-environment happy-dom
import { expect, test } from "vitest";

import type { RunSupport, SeenOfMe } from "../../src/contract.ts";
import { AlumniPage } from "../../src/mine/alumni_page.tsx";
import { ChangesPage } from "../../src/mine/changes_page.tsx";
import { centred, framed, moved } from "../../src/mine/crop.ts";
import { MyPublicPage, slugOf } from "../../src/mine/public_page.tsx";
import { SeenPage } from "../../src/mine/seen_page.tsx";
import { SupportPage } from "../../src/mine/support_page.tsx";
import { fakeServer } from "../accounts/server.ts";
import { stage } from "./stage.tsx";

const VESNA = { id: "vesna", name: "Vesna Ilić" };
const AT = Date.UTC(2026, 10, 20, 9);

test("what the team sees of me is all said, and what it never sees too", async () => {
  const seen: SeenOfMe = {
    cohort: "c1", organisation_names: { en: "Open House" }, team: [VESNA], pairs_team: [],
    parts: [{ role: "mentee", organisation_names: { en: "Open House" }, arrival: "here" }],
    pairs: [{
      id: "m1", state: "active", since: AT, quiet: false, met: 3, next_date: null, last_met: "2026-11-03",
      people: [
        { person: { id: "nika", name: "Nika Šircelj" }, role: "mentee", organisation: null, pulse: "fine" },
        { person: { id: "blagica", name: "Благица Ѓурчинова" }, role: "mentor", organisation: null, pulse: null },
      ],
    }],
    pulse: "fine", given: [{ id: "s1", level: "education", day: "2026-11-10", words: "A week in Bitola", by: VESNA }],
    wishes: ["promotion"], came: 2, least_meetings: 6, least_gatherings: 4,
    talks: [{
      id: "t1", cohort: "c1", to: VESNA, matter: "wellbeing", state: "waiting", asked_at: AT, answer_by: "2026-11-24",
      deputy: null, deputy_from: null, taken_by: null, nobody_left: false,
    }],
  };
  const server = (more: Partial<SeenOfMe> = {}) => fakeServer({ "GET /cohorts/c1/seen": () => ({ ...seen, ...more }) });
  const { text } = await stage(server(), <SeenPage />);
  const all = ["Vesna Ilić", "mentee", "here", "Благица", "goes on", "fine", "A week in Bitola", "Being seen", "how I am"];
  for (const words of all) expect(text()).toContain(words);
  expect(text()).toMatch(/Only .*Vesna Ilić.* and this page of mine know of it/);
  expect(text()).toMatch(/gatherings that I came to: \W*2\W*, of at least \W*4\W*; meetings of each pair at least \W*6/);
  expect((await stage(server({ least_gatherings: 0 }), <SeenPage />)).text()).toMatch(/came to: \W*2\W*; meetings of each pair at least/);
  expect(text()).toContain("any word that is written in a room");
  expect(text()).toMatch(/keeps the server, for .*Open House/);
});

test("five levels with what was done, and a wish that is taken back as easily", async () => {
  const run: RunSupport = {
    cohort: "c1", wishes: [], given: [{ id: "s1", level: "education", day: "2026-11-10", words: "A week in Bitola", by: VESNA }],
  };
  const server = fakeServer({
    "GET /me/support": () => ({ runs: [run] }),
    "POST /me/support/wish": (body) => ({ ...run, wishes: (body as { wished: boolean }).wished ? ["promotion"] : [] }),
  });
  const { place, text } = await stage(server, <SupportPage />);
  expect(place.querySelectorAll("section.part").length).toBe(5);
  expect(text()).toContain("A week in Bitola");
  const button = (): HTMLButtonElement => place.querySelectorAll<HTMLButtonElement>("section.part button")[3]!;
  const pressed = async (): Promise<string | null> => {
    button().click();
    await new Promise((done) => setTimeout(done, 20));
    return button().getAttribute("aria-pressed");
  };
  expect(await pressed()).toBe("true");
  expect(server.asked.at(-1)).toEqual(["POST /me/support/wish", { cohort: "c1", level: "promotion", wished: true }]);
  expect(await pressed()).toBe("false");
});

test("who changed what, and the earlier ones on wish", async () => {
  const act = (id: string, kind: string, by: object | null) => ({ id, at: AT, kind, by, about: { id: "nika", name: "Nika Šircelj" }, role: "mentee" });
  const server = fakeServer({
    "GET /me/audit": () => ({ acts: [act("2", "enrolled", VESNA)], earlier: true }),
    "GET /me/audit?before=2": () => ({ acts: [act("1", "cohort_opened", null)], earlier: false }),
  });
  const { text, press } = await stage(server, <ChangesPage />);
  expect(text()).toMatch(/Taken into the programme: mentee.*Nika.*20 November.*Vesna/);
  await press("Earlier changes");
  expect(text()).toMatch(/A year of the programme was opened.*by itself/);
  expect(text()).not.toContain("Earlier changes");
});

test("afterwards everything waits for a word of consent, and goes with it", async () => {
  let mine = {
    programme: "p", programme_names: { en: "Between studios" }, consent: false, found: false, mentor_again: false,
    offers: {}, expires_at: null as number | null, asked: false,
  };
  const server = fakeServer({
    "GET /me/alumni": () => ({ programmes: [mine] }),
    "GET /alumni": () => ({
      people: [{ person: VESNA, programme: "p", programme_names: { en: "Between studios" }, mentor_again: true, offers: { en: "Printing by hand" } }],
    }),
    "GET /me/photos": () => ({ photos: {} }),
    "PUT /me/alumni/p": (body) => (mine = { ...mine, ...(body as object), expires_at: AT }),
  });
  const { place, text, settle } = await stage(server, <AlumniPage />);
  const tick = (name: string): HTMLInputElement | null => place.querySelector(`input[name=${name}-p]`);
  expect(tick("found")).toBeNull();
  tick("consent")!.click();
  await settle();
  expect(text()).toContain("Holds until:");
  tick("found")!.click();
  await settle();
  expect(place.querySelector("textarea")).not.toBeNull();
  expect(text()).toMatch(/Vesna Ilić.*would mentor again.*Printing by hand/);
  tick("consent")!.click();
  await settle();
  expect(server.asked.filter(([door]) => door.startsWith("PUT")).at(-1)?.[1]).toMatchObject({ consent: false, found: false, offers: {} });
});

test("a public page begins under my own name for a year, and goes out as it was written", async () => {
  const server = fakeServer({ "GET /me/page": () => ({ page: null }), "PUT /me/page": (body) => ({ page: { ...(body as object), over: false } }) });
  const { place, type, settle, text } = await stage(server, <MyPublicPage />);
  expect(place.querySelector<HTMLInputElement>("input[name=slug]")!.value).toBe("nika-sircelj");
  await type("textarea", "Puppets that move by themselves.");
  place.querySelector("form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settle();
  expect(server.asked.at(-1)?.[1]).toMatchObject({ slug: "nika-sircelj", words: { en: "Puppets that move by themselves." }, links: [], listed: false });
  expect(text()).toContain("The page stands");
  expect(place.querySelector("a[href='/p/nika-sircelj']")).not.toBeNull();
});

test.each([["Nika Šircelj", "nika-sircelj"], ["Благица Ѓурчинова", "blagica-gjurchinova".replace("ch", "c")], ["Đorđe Ljubinković", "djordje-ljubinkovic"], ["  ", ""]])(
  "%s has the address %s", (name, slug) => expect(slugOf(name)).toBe(slug),
);

test("the square of a photo never leaves the picture, and follows the finger", () => {
  const size = { width: 400, height: 200 };
  expect(framed(size, centred(size))).toEqual({ x: 100, y: 0, side: 200 });
  const closer = { ...centred(size), zoom: 2 };
  expect(framed(size, moved(size, closer, 50, 0, 100)).x).toBe(100);
  expect(framed(size, moved(size, closer, -9_000, 9_000, 100))).toEqual({ x: 300, y: 0, side: 100 });
});
