/** Whether this device is to save data: pictures then come by a tap. As the browser says, until somebody chooses here. */
import { signal } from "@preact/signals";

import { safeStorage } from "../../../live/storage.ts";

const KEY = "atelje.saving";

interface Network {
  connection?: { saveData?: boolean };
}

export const saving = signal(kept() ?? (globalThis.navigator as (Navigator & Network) | undefined)?.connection?.saveData === true);

export function chooseSaving(on: boolean): void {
  safeStorage()?.setItem(KEY, on ? "on" : "off");
  saving.value = on;
}

function kept(): boolean | undefined {
  const word = safeStorage()?.getItem(KEY);
  return word === "on" ? true : word === "off" ? false : undefined;
}
