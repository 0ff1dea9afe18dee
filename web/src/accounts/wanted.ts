/**
 * Where somebody wanted to go before a mailed link led them in: the mail opens in another tab, which knows nothing of
 * the first. Kept in this browser for as long as a link is good.
 */
import { safeStorage } from "../live/storage.ts";

const KEY = "atelje.wanted";
const LIFE_MS = 30 * 60_000;

export function keepWanted(path: string, now = Date.now()): void {
  safeStorage()?.setItem(KEY, JSON.stringify({ path, at: now }));
}

/** Once. A path of our own, else the beginning. */
export function takeWanted(now = Date.now()): string {
  const storage = safeStorage();
  const kept = storage?.getItem(KEY) ?? null;
  storage?.removeItem(KEY);
  return readWanted(kept, now) ?? "/";
}

export function readWanted(kept: string | null, now: number): string | null {
  try {
    const { path, at } = JSON.parse(kept ?? "null") as { path: string; at: number };
    // Never another server: //elsewhere and /\elsewhere are addresses of others.
    return now - at < LIFE_MS && /^\/(?![/\\])/.test(path) ? path : null;
  } catch {
    return null;
  }
}
