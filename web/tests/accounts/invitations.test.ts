import { beforeEach, describe, expect, test } from "vitest";

import { createInvitations, UNDO_MS, type Invitations } from "../../src/accounts/invitations.ts";
import { wordsToPassOn } from "../../src/accounts/pass_on.tsx";
import type { Invitation } from "../../src/contract.ts";
import { LANGUAGES } from "../../src/text/languages.ts";
import { fakeServer, refuse, type FakeServer } from "./server.ts";

const NOON = Date.UTC(2026, 10, 27, 12);

const invitation = (id: string, state: Invitation["state"] = "unopened"): Invitation => ({
  id, name: "Ђорђе", email: `${id}@example.org`, language: "sr-Cyrl", state, invited_at: 1, expires_at: NOON,
});
const link = (id: string) => ({ invitation: invitation(id), link: `https://a.example/invitation#${id}`, inviter: "Vesna" });

let server: FakeServer;
let due: (() => void)[];
let invitations: Invitations;

beforeEach(() => {
  due = [];
  server = fakeServer({
    "GET /invitations": () => ({ invitations: [invitation("djordje"), invitation("nika", "accepted")] }),
    "POST /invitations": () => link("luka"),
    "POST /invitations/djordje/renew": () => link("djordje"),
    "DELETE /invitations/djordje": () => ({}),
  });
  const later = (ms: number, run: () => void): (() => void) => {
    expect(ms).toBe(UNDO_MS);
    due.push(run);
    return () => void due.splice(due.indexOf(run), 1);
  };
  invitations = createInvitations({ http: server.http, later });
  return invitations.load();
});

const open = (): string[] => invitations.open.value!.map(({ id }) => id);
const passTime = async (): Promise<void> => {
  due.splice(0).forEach((run) => run());
  await new Promise((done) => setTimeout(done));
};
const withdrawn = (): boolean => server.asked.some(([door]) => door === "DELETE /invitations/djordje");

test("who is here already is listed apart", () => {
  expect(open()).toEqual(["djordje"]);
  expect(invitations.accepted.value.map(({ id }) => id)).toEqual(["nika"]);
});

test("a new invitation, and one with a new link, stand first", async () => {
  await invitations.invite({ name: "Luka", email: "luka@example.org", language: "sl" });
  expect(open()).toEqual(["luka", "djordje"]);
  await invitations.renew("djordje");
  expect(open()).toEqual(["djordje", "luka"]);
});

describe("taking back", () => {
  test("waits for a moment and is then carried out", async () => {
    invitations.withdraw("djordje");
    expect(invitations.leaving.value).toContain("djordje");
    expect(withdrawn()).toBe(false);
    await passTime();
    expect(open()).toEqual([]);
    expect(invitations.leaving.value.size).toBe(0);
  });

  test("can be undone in that moment", async () => {
    invitations.withdraw("djordje");
    invitations.undo("djordje");
    await passTime();
    expect(withdrawn()).toBe(false);
    expect(open()).toEqual(["djordje"]);
    expect(invitations.leaving.value.size).toBe(0);
  });

  test("is carried out at once by who leaves the page", async () => {
    invitations.withdraw("djordje");
    invitations.close();
    await passTime();
    expect(server.asked.filter(([door]) => door.startsWith("DELETE"))).toHaveLength(1);
    expect(open()).toEqual([]);
  });

  test("of what is gone already is done", async () => {
    server.answers["DELETE /invitations/djordje"] = () => refuse("not_found");
    invitations.withdraw("djordje");
    await passTime();
    expect(open()).toEqual([]);
  });

  test("that nobody answered leaves it standing, and says so", async () => {
    delete server.answers["DELETE /invitations/djordje"];
    invitations.withdraw("djordje");
    await passTime();
    expect(open()).toEqual(["djordje"]);
    expect(invitations.kept.value).toContain("djordje");
  });
});

describe("the words to pass on", () => {
  test.each(LANGUAGES)("in %s name both people, the link on a line of its own, and the day", async (language) => {
    const words = await wordsToPassOn(link("djordje"), language, "Europe/Belgrade");
    expect(words).toContain("Ђорђе");
    expect(words).toContain("Vesna");
    expect(words.split("\n")).toContain("https://a.example/invitation#djordje");
    expect(words).toMatch(/27/);
    // Marks that keep directions apart would become a part of the link.
    expect(words).not.toMatch(/[\u2066-\u2069]/);
  });

  test("are in the script of the invited person", async () => {
    const cyrillic = await wordsToPassOn(link("djordje"), "sr-Cyrl", "Europe/Belgrade");
    expect(cyrillic.replace("Vesna", "").replace(/https:\S+/, "")).not.toMatch(/\p{Script=Latin}/u);
  });
});
