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

export type At = "talk" | "meeting" | "path";

/** A room, which of its places, and the message that the address leads to. */
export interface Place {
  room: string;
  at: At;
  message: number | null;
}

/** Rooms once stood under `/room/`; an address that somebody kept still leads there. */
const PLACE = /^\/rooms?\/([A-Za-z0-9_-]{1,64})(?:\/(?:(meeting|path)|(\d{1,15})))?$/;

export function placeOf(address: string): Place | null {
  const found = PLACE.exec(address);
  if (!found) return null;
  const [, room, at = "talk", message] = found;
  return { room: room!, at: at as At, message: message === undefined ? null : Number(message) };
}

export const roomPath = (room: string, at: At = "talk"): string => `/rooms/${room}${at === "talk" ? "" : `/${at}`}`;

export const messagePath = (room: string, message: number): string => `/rooms/${room}/${message}`;
