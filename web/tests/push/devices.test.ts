// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";

import type { MyPush, PushDevice } from "../../src/contract.ts";
import type { Asked, Browser, Support } from "../../src/push/browser.ts";
import { createDevices, type Devices } from "../../src/push/devices.ts";
import { setLanguage } from "../../src/text/fluent.ts";
import { fakeServer, type FakeServer } from "../accounts/server.ts";

const device = (login: string, here = false): PushDevice => ({ login, label: "Firefox, Android", since: 1, failed: false, this: here });

let told: MyPush;
let server: FakeServer;
let asked: Asked;
let supported: Support;
let shelf: Map<string, string>;
let subscribed: string[];
let devices: Devices;

const browser: Browser = {
  support: () => supported,
  asked: () => asked,
  ask: async () => asked,
  async subscribe(key, words, language) {
    subscribed.push(`${key} ${language} ${words}`);
    return "https://push.example/me";
  },
  async unsubscribe() {
    subscribed.push("over");
  },
};

const storage = {
  getItem: (name: string) => shelf.get(name) ?? null,
  setItem: (name: string, value: string) => void shelf.set(name, value),
  removeItem: (name: string) => void shelf.delete(name),
} as unknown as Storage;

beforeEach(async () => {
  await setLanguage("sl");
  told = { key: "k1", devices: [device("laptop")] };
  asked = "granted";
  supported = "yes";
  shelf = new Map();
  subscribed = [];
  server = fakeServer({
    "GET /me/push": () => told,
    "GET /me/quiet-hours": () => ({ since: "22:00", until: "08:00" }),
    "PUT /me/quiet-hours": (body) => body,
    "PUT /me/push": () => (told = { ...told, devices: [...told.devices, device("here", true)] }),
    "DELETE /me/push/here": () => (told = { ...told, devices: told.devices.filter((one) => one.login !== "here") }),
    "DELETE /me/push/laptop": () => (told = { ...told, devices: told.devices.filter((one) => one.login !== "laptop") }),
    "POST /me/push/here/test": () => ({}),
  });
  devices = createDevices(server.http, browser, "ana", storage);
});

describe("turning it on", () => {
  test("asks the person, then gives the worker its words and the server its address", async () => {
    await devices.load();
    expect(devices.here.value).toBeNull();
    expect(await devices.turnOn()).toBe("on");
    expect(subscribed).toEqual(["k1 sl V Ateljeju je nekaj novega"]);
    expect(devices.here.value?.login).toBe("here");
    expect(shelf.get("atelje.push")).toBe("ana");
  });

  test("whoever says no is asked for nothing more", async () => {
    await devices.load();
    asked = "denied";
    expect(await devices.turnOn()).toBe("refused");
    expect(subscribed).toEqual([]);
    expect(shelf.size).toBe(0);
  });

  test("turning it off here ends it in the browser too, elsewhere it does not", async () => {
    await devices.load();
    await devices.turnOn();
    await devices.turnOff(device("laptop"));
    expect(subscribed).toHaveLength(1);
    await devices.turnOff(device("here", true));
    expect(subscribed[1]).toBe("over");
    expect(devices.mine.value?.devices).toEqual([]);
    expect(shelf.size).toBe(0);
  });
});

describe("at the start of a page", () => {
  beforeEach(() => void shelf.set("atelje.push", "ana"));

  test("the worker gets the words of my language, and the server the present address", async () => {
    await setLanguage("en");
    await devices.keep();
    expect(subscribed).toEqual(["k1 en There is something new in Atelje"]);
    expect(devices.here.value?.login).toBe("here");
  });

  test.each([
    ["somebody else came in", () => shelf.set("atelje.push", "bor")],
    ["the person has taken it back", () => (asked = "denied")],
    ["the browser can't", () => (supported = "no")],
    ["the server does not push", () => (told = { key: null, devices: [] })],
  ])("nothing happens where %s", async (_, change) => {
    change();
    await devices.keep();
    expect(subscribed).toEqual([]);
  });
});

test("quiet hours are read and set", async () => {
  await devices.load();
  expect(devices.quiet.value).toEqual({ since: "22:00", until: "08:00" });
  await devices.setQuiet({ since: "20:00", until: "09:00" });
  expect(devices.quiet.value).toEqual({ since: "20:00", until: "09:00" });
});
