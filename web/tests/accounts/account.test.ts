import { beforeEach, describe, expect, test, vi } from "vitest";

import { createAccount, type Account } from "../../src/accounts/account.ts";
import type { Me } from "../../src/contract.ts";
import { Refused, Unreachable, type Http } from "../../src/http.ts";

const ana: Me = { id: "ana", name: "Ana", email: "ana@example.org", language: "sl", zone: "Europe/Ljubljana" };

let answer: (path: string) => Promise<unknown>;
let kept: Me | null;
let account: Account;

beforeEach(() => {
  kept = null;
  answer = async () => ana;
  const http: Http = async <T>(_method: string, path: string) => (await answer(path)) as T;
  account = createAccount({ http, remember: (me) => void (kept = me), recall: () => kept });
});

const unreachable = async (): Promise<never> => {
  throw new Unreachable("no answer");
};
const refused = async (): Promise<never> => {
  throw new Refused({ code: "sign_in_required", title: "x" });
};
const unavailable = async (): Promise<never> => {
  throw new Refused({ code: "unavailable", title: "x" });
};

describe("at the start", () => {
  test("who is signed in is known, and remembered", async () => {
    await account.start();
    expect(account.standing.value).toEqual({ is: "signed_in", me: ana, known: true });
    expect(kept).toEqual(ana);
  });

  test("who is not stands before the door, and is forgotten", async () => {
    kept = ana;
    answer = refused;
    await account.start();
    expect(account.standing.value).toEqual({ is: "signed_out" });
    expect(kept).toBeNull();
  });

  test.each([
    ["without a network", unreachable],
    ["while the server has no database", unavailable],
  ])("%s whom the browser remembers goes on with what it kept", async (_, away) => {
    kept = ana;
    answer = away;
    await account.start();
    expect(account.standing.value).toEqual({ is: "signed_in", me: ana, known: false });
  });

  test("without a network and memory nothing can be shown, until it is there", async () => {
    answer = unreachable;
    await account.start();
    expect(account.standing.value).toEqual({ is: "unreachable" });
    answer = async () => ana;
    await account.start();
    expect(account.standing.value.is).toBe("signed_in");
  });
});

describe("going out", () => {
  beforeEach(() => account.start());

  test("ends the login first and then forgets", async () => {
    const order: string[] = [];
    answer = async (path) => void order.push(path);
    await account.signOut(async () => void order.push("forget"));
    expect(order).toEqual(["/logout", "forget"]);
    expect(account.standing.value).toEqual({ is: "signed_out" });
  });

  test("forgets nothing when the server can't be reached", async () => {
    const forget = vi.fn();
    answer = unreachable;
    await expect(account.signOut(forget)).rejects.toThrow(Unreachable);
    expect(forget).not.toHaveBeenCalled();
    expect(account.standing.value.is).toBe("signed_in");
  });

  test("is not told as an ending by the connection that closes meanwhile", async () => {
    answer = async () => account.ended();
    await account.signOut(async () => undefined);
    expect(account.standing.value).toEqual({ is: "signed_out" });
  });

  test("is told as an ending when the server did it", () => {
    account.ended();
    expect(account.standing.value).toEqual({ is: "signed_out", why: "ended" });
    expect(kept).toBeNull();
  });
});
