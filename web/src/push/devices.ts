/** My devices that are told that there is something new, this one among them. */
import { computed, signal, type ReadonlySignal } from "@preact/signals";

import type { MyPush, MyQuietHours, PushDevice } from "../contract.ts";
import type { Http } from "../http.ts";
import { language, textIn } from "../text/fluent.ts";
import type { Browser } from "./browser.ts";

/** Who wants to be told in this browser: nobody else who comes in here is. */
const WANTED = "atelje.push";

export type Turned = "on" | "refused";

export interface Devices {
  /** null until it was read. */
  readonly mine: ReadonlySignal<MyPush | null>;
  readonly here: ReadonlySignal<PushDevice | null>;
  readonly quiet: ReadonlySignal<MyQuietHours | null>;
  load(): Promise<void>;
  /** Within a click: the browser asks the person first. */
  turnOn(): Promise<Turned>;
  turnOff(device: PushDevice): Promise<void>;
  /** A push to this device, though a page is open on it. */
  tryOut(device: PushDevice): Promise<void>;
  setQuiet(wanted: MyQuietHours): Promise<void>;
  /** At the start of a page: the browser or the server may have changed something, or I my language. */
  keep(): Promise<void>;
}

export function createDevices(http: Http, browser: Browser, me: string, storage: Storage | undefined): Devices {
  const mine = signal<MyPush | null>(null);
  const quiet = signal<MyQuietHours | null>(null);
  const here = computed(() => mine.value?.devices.find((device) => device.this) ?? null);

  async function subscribe(key: string): Promise<void> {
    const words = await textIn(language.peek(), "me", "push-news", {});
    const endpoint = await browser.subscribe(key, words, language.peek());
    mine.value = await http<MyPush>("PUT", "/me/push", { endpoint });
    storage?.setItem(WANTED, me);
  }

  return {
    mine,
    here,
    quiet,
    async load() {
      [mine.value, quiet.value] = await Promise.all([
        http<MyPush>("GET", "/me/push"), http<MyQuietHours>("GET", "/me/quiet-hours"),
      ]);
    },
    async turnOn() {
      const key = mine.peek()?.key;
      if (!key || (await browser.ask()) !== "granted") return "refused";
      await subscribe(key);
      return "on";
    },
    async turnOff(device) {
      mine.value = await http<MyPush>("DELETE", `/me/push/${encodeURIComponent(device.login)}`);
      if (!device.this) return;
      storage?.removeItem(WANTED);
      await browser.unsubscribe();
    },
    async tryOut(device) {
      await http("POST", `/me/push/${encodeURIComponent(device.login)}/test`, {});
    },
    async setQuiet(wanted) {
      quiet.value = await http<MyQuietHours>("PUT", "/me/quiet-hours", wanted);
    },
    async keep() {
      if (storage?.getItem(WANTED) !== me || browser.support() !== "yes" || browser.asked() !== "granted") return;
      const { key } = await http<MyPush>("GET", "/me/push");
      if (key) await subscribe(key);
    },
  };
}
