import { beforeEach, describe, expect, test } from "vitest";

import { createMyAccount, type MyAccount } from "../../src/accounts/my_account.ts";
import { proofOf } from "../../src/accounts/proof.tsx";
import type { MyAccount as Facts, MyLogin } from "../../src/contract.ts";
import { fakeServer, refuse, type FakeServer } from "./server.ts";

let facts: Facts;
let logins: MyLogin[];
let server: FakeServer;
let mine: MyAccount;

const login = (id: string, here = false): MyLogin => ({
  id, label: "Firefox, Linux", created_at: 1, seen_at: 2, expires_at: 3, stay: false, this: here,
});

beforeEach(() => {
  facts = { password: true, pending_email: null, second_factor: false, recovery_codes: 0, invites: false };
  logins = [login("phone"), login("here", true), login("library")];
  server = fakeServer({
    "GET /me/account": () => facts,
    "GET /me/logins": () => ({ logins }),
    "GET /me/mail": () => ({ unread: true }),
    "PUT /me/mail": (body) => body,
    "PUT /me/password": () => ({}),
    "POST /me/address": (body) => {
      facts = { ...facts, pending_email: (body as { email: string }).email };
      return {};
    },
    "DELETE /me/logins/phone": () => {
      logins = logins.filter(({ id }) => id !== "phone");
      return {};
    },
    "DELETE /me/logins": () => {
      logins = logins.filter((one) => one.this);
      return {};
    },
    "POST /me/second-factor/confirm": () => {
      facts = { ...facts, second_factor: true, recovery_codes: 10 };
      return { codes: ["one", "two"] };
    },
  });
  mine = createMyAccount(server.http);
  return mine.load();
});

const ids = (): string[] => mine.logins.value!.map(({ id }) => id);

describe("where I am signed in", () => {
  test("begins with this browser", () => {
    expect(ids()).toEqual(["here", "phone", "library"]);
  });

  test("shows one login less after it was ended", async () => {
    await mine.endLogin("phone");
    expect(ids()).toEqual(["here", "library"]);
  });

  test("shows this browser alone after all others were ended", async () => {
    await mine.endOtherLogins();
    expect(ids()).toEqual(["here"]);
  });

  test("is read anew after a change of the password, which may end others", async () => {
    logins = [login("here", true)];
    await mine.changePassword({ password: "new", current: "old", end_others: true });
    expect(ids()).toEqual(["here"]);
  });
});

test("a new address waits for its confirmation", async () => {
  await mine.changeAddress({ email: "ana@example.net", password: "old" });
  expect(mine.facts.value?.pending_email).toBe("ana@example.net");
});

test("codes are on once the app's first one was accepted, and their recovery codes are given", async () => {
  expect(await mine.confirmCodes("123456")).toEqual(["one", "two"]);
  expect(mine.facts.value).toMatchObject({ second_factor: true, recovery_codes: 10 });
});

test("which mails are wanted holds once it is stored", async () => {
  expect(mine.mails.value).toEqual({ unread: true });
  await mine.wishMails({ unread: false });
  expect(mine.mails.value).toEqual({ unread: false });
});

test("a refusal changes nothing", async () => {
  server.answers["DELETE /me/logins/phone"] = () => refuse("unavailable");
  await expect(mine.endLogin("phone")).rejects.toThrow("unavailable");
  expect(ids()).toEqual(["here", "phone", "library"]);
});

test.each([
  [{ password: true, second_factor: false }, { password: "p", code: null }],
  [{ password: true, second_factor: true }, { password: "p", code: "1 2" }],
  [{ password: false, second_factor: true }, { password: null, code: "1 2" }],
])("with %j the proof is %j", (has, proof) => {
  expect(proofOf({ ...facts, ...has }, { password: "p", code: " 1 2 " })).toEqual(proof);
});
