/** At the start of a page, for whoever wants to be told in this browser. */
import type { Http } from "../http.ts";
import { safeStorage } from "../live/storage.ts";
import { browser } from "./browser.ts";
import { createDevices } from "./devices.ts";

/** Without a network, or when the browser says no, it is tried at the next start. */
export async function keepTold(http: Http, me: string): Promise<void> {
  await createDevices(http, browser, me, safeStorage()).keep().catch(() => undefined);
}
