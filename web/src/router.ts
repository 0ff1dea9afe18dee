/** The address of the page as a signal. Everything of ours is a path; a part after # never leaves the browser. */
import { signal } from "@preact/signals";

export const path = signal(globalThis.location?.pathname ?? "/");

export function watchAddress(): void {
  window.addEventListener("popstate", () => (path.value = location.pathname));
}

export function go(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  path.value = location.pathname;
}

export function roomOf(address: string): string | null {
  const found = /^\/room\/([A-Za-z0-9_-]{1,64})$/.exec(address);
  return found?.[1] ?? null;
}

export const roomPath = (room: string): string => `/room/${room}`;
