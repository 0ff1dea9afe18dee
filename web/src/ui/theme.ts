/** Light, dark, or as the device says. Remembered in this browser only. */
import { signal } from "@preact/signals";

import { safeStorage } from "../live/storage.ts";

export const THEMES = ["device", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "atelje.theme";

export const theme = signal<Theme>("device");

export function startTheme(): void {
  const kept = safeStorage()?.getItem(KEY);
  showTheme(THEMES.find((known) => known === kept) ?? "device");
}

export function chooseTheme(chosen: Theme): void {
  safeStorage()?.setItem(KEY, chosen);
  showTheme(chosen);
}

function showTheme(chosen: Theme): void {
  theme.value = chosen;
  if (chosen === "device") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}
