import { signal, type Signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { Link } from "../../src/live/connection.ts";
import { watchNetwork, type Network } from "../../src/live/network.ts";

let link: Signal<Link>;
let target: EventTarget;
let online: boolean;
let network: Network;

beforeEach(() => {
  vi.useFakeTimers();
  link = signal<Link>("connecting");
  target = new EventTarget();
  online = true;
  network = watchNetwork(link, target, () => online);
});
afterEach(() => {
  network.close();
  vi.useRealTimers();
});

describe("the banner's knowledge", () => {
  test("the device says that it is offline: at once", () => {
    link.value = "connected";
    target.dispatchEvent(new Event("offline"));
    expect(network.reach.value).toBe("offline");
  });

  test("a line that is lost: within a second", () => {
    link.value = "connected";
    link.value = "connecting";
    expect(network.reach.value).toBe("starting");
    vi.advanceTimersByTime(1_000);
    expect(network.reach.value).toBe("offline");
  });

  test("a line that is renewed in passing: no alarm", () => {
    link.value = "connected";
    link.value = "connecting";
    vi.advanceTimersByTime(500);
    link.value = "connected";
    vi.advanceTimersByTime(5_000);
    expect(network.reach.value).toBe("online");
  });

  test("the first connection gets a little longer", () => {
    vi.advanceTimersByTime(2_000);
    expect(network.reach.value).toBe("starting");
    vi.advanceTimersByTime(1_000);
    expect(network.reach.value).toBe("offline");
  });

  test("attempts that fail one after the other do not begin the waiting anew", () => {
    link.value = "connected";
    for (const next of ["connecting", "stopped", "connecting", "stopped", "connecting"] as const) {
      link.value = next;
      vi.advanceTimersByTime(200);
    }
    expect(network.reach.value).toBe("offline");
  });

  test("a connection is the proof, whatever the device says", () => {
    online = false;
    target.dispatchEvent(new Event("offline"));
    link.value = "connected";
    expect(network.reach.value).toBe("online");
  });

  test("back online is believed when the line stands", () => {
    link.value = "connected";
    target.dispatchEvent(new Event("offline"));
    link.value = "connecting";
    vi.advanceTimersByTime(3_000);
    target.dispatchEvent(new Event("online"));
    expect(network.reach.value).toBe("offline");
    link.value = "connected";
    expect(network.reach.value).toBe("online");
  });
});
