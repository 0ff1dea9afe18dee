/** A part of the client that comes after the first screen. Whatever shows it reads a signal: it appears once it is here. */
import { signal } from "@preact/signals";

export interface Part<T> {
  readonly value: T | null;
  /** Without a network the part stays away; the next time asks again. */
  load(): Promise<void>;
}

export function part<T>(fetch: () => Promise<T>): Part<T> {
  const here = signal<T | null>(null);
  return {
    get value() {
      return here.value;
    },
    async load() {
      if (here.peek() === null) here.value = await fetch().catch(() => null);
    },
  };
}
