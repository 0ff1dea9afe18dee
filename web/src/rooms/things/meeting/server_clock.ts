/**
 * What the server's clock says now, however wrong this device's is: asked a few times, and the quickest answer counts, as
 * it can be wrong by half of its way at most. Between two askings the time goes on by the browser's own steady count, which
 * nobody sets.
 */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

import { useHttp } from "../../../context.ts";
import type { ServerTime } from "../../../contract.ts";
import type { Http } from "../../../http.ts";

const TRIES = 4;
/** Steady counts of two machines drift apart by less than 50 ms in this time. */
const AGAIN_MS = 300_000;

export interface Sample {
  /** Steady count when it was asked and when the answer was here. */
  asked: number;
  answered: number;
  /** The server's time in between, ms. */
  server: number;
}

/** The server's time at the steady count of zero, by the quickest answer. */
export function offsetOf(samples: readonly Sample[]): number | null {
  const quickest = samples.toSorted((a, b) => a.answered - a.asked - (b.answered - b.asked))[0];
  return quickest ? quickest.server - (quickest.asked + quickest.answered) / 2 : null;
}

const offset = signal<number | null>(null);
let asked = -Infinity;

/** ms since 1970 UTC. Before the server was asked, what this device believes. */
export const serverNow = (): number => (offset.peek() === null ? Date.now() : performance.now() + offset.peek()!);

/** Asks unless that was done lately; `anew` in any case, as after a device slept. */
async function setByServer(http: Http, anew = false): Promise<void> {
  if (!anew && performance.now() - asked < AGAIN_MS) return;
  asked = performance.now();
  const samples: Sample[] = [];
  for (let at = 0; at < TRIES; at++) {
    const before = performance.now();
    const answer = await http<ServerTime>("GET", "/clock").catch(() => null);
    if (answer) samples.push({ asked: before, answered: performance.now(), server: answer.now });
  }
  const found = offsetOf(samples);
  if (found === null) asked = -Infinity;
  else offset.value = found;
}

/** Whatever shows a time reads it, so that it is shown anew once the clock is set. */
export const isSet = (): boolean => offset.value !== null;

/** Set when somebody looks, again while they do, and when they come back: meanwhile the device may have slept. */
export function useServerClock(): void {
  const http = useHttp();
  useEffect(() => {
    void setByServer(http);
    const onLook = (): void => {
      if (document.visibilityState === "visible") void setByServer(http, true);
    };
    const again = setInterval(() => void setByServer(http, true), AGAIN_MS);
    document.addEventListener("visibilitychange", onLook);
    return () => {
      clearInterval(again);
      document.removeEventListener("visibilitychange", onLook);
    };
  }, [http]);
}
