/** Whether what I write leaves this device, as far as is known, for the banner. */
import { computed, signal, type ReadonlySignal } from "@preact/signals";

import type { Link } from "./connection.ts";

export type Reach = "online" | "starting" | "offline";

/** A link that is renewed in passing (a new address, a server restart) makes no alarm. */
const PATIENCE_MS = 800;
/** At the very start a slow line gets a little longer. */
const FIRST_PATIENCE_MS = 2_500;

export interface Network {
  readonly reach: ReadonlySignal<Reach>;
  close(): void;
}

export function watchNetwork(
  link: ReadonlySignal<Link>,
  target: EventTarget = globalThis,
  deviceIsOnline: () => boolean = () => globalThis.navigator?.onLine ?? true,
): Network {
  const device = signal(deviceIsOnline());
  const patient = signal(true);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => void (device.value = deviceIsOnline());
  const lost = (): void => void (device.value = false);
  target.addEventListener("online", heard);
  target.addEventListener("offline", lost);

  let before: Link | null = null;
  const unwatch = link.subscribe((now) => {
    const ms = before === null ? FIRST_PATIENCE_MS : PATIENCE_MS;
    if (now === "connected") {
      clearTimeout(timer);
      patient.value = true;
      device.value = true;
    } else if (before !== "connecting" && before !== "stopped") {
      clearTimeout(timer);
      timer = setTimeout(() => (patient.value = false), ms);
    }
    before = now;
  });

  const reach = computed<Reach>(() => {
    if (!device.value) return "offline";
    if (link.value === "connected") return "online";
    return patient.value ? "starting" : "offline";
  });
  return {
    reach,
    close() {
      clearTimeout(timer);
      unwatch();
      target.removeEventListener("online", heard);
      target.removeEventListener("offline", lost);
    },
  };
}
