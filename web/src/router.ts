/**
 * The address of the page as a signal. Everything of ours is a path. What stands after the # of a mailed link never
 * leaves the browser, and is taken out of the address bar at once: nobody reads it over a shoulder or in the history.
 */
import { signal } from "@preact/signals";

export const path = signal(globalThis.location?.pathname ?? "/");
/** What the mailed link brought. It survives a reload of the page. */
export const linkToken = signal("");

const LINKS = new Set(["/set-up", "/invitation", "/reset", "/sign-in-link", "/address"]);

export function watchAddress(): void {
  readAddress();
  window.addEventListener("popstate", readAddress);
}

function readAddress(): void {
  if (LINKS.has(location.pathname) && location.hash.length > 1) {
    history.replaceState({ token: location.hash.slice(1) }, "", location.pathname);
  }
  const kept = history.state as { token?: unknown } | null;
  linkToken.value = typeof kept?.token === "string" ? kept.token : "";
  path.value = location.pathname;
}

export function go(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  linkToken.value = "";
  path.value = location.pathname;
}

export function roomOf(address: string): string | null {
  const found = /^\/room\/([A-Za-z0-9_-]{1,64})$/.exec(address);
  return found?.[1] ?? null;
}

export const roomPath = (room: string): string => `/room/${room}`;
