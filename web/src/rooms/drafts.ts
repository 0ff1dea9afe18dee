/** What I began to write: kept here at once, on the server a moment later, so that it waits on every device. */
import { signal, type ReadonlySignal } from "@preact/signals";

import type { SaveDraft } from "../contract.ts";
import { safeStorage } from "../live/storage.ts";

const SAVE_MS = 1_500;

interface Kept {
  text: string;
  /** The server does not have it yet. */
  dirty: boolean;
}

export interface Drafts {
  /** By room: whether something was begun on this page; what it does not name, the list of rooms knows. */
  readonly begun: ReadonlySignal<ReadonlyMap<string, boolean>>;
  /** The words to begin with: mine from here if the server lacks them, else the server's. */
  read(room: string, fromServer: string): string;
  write(room: string, text: string): void;
  /** Sends what the server lacks, for example after the network came back. */
  flush(): void;
  clear(): void;
}

export function createDrafts(
  person: string,
  save: (draft: SaveDraft) => Promise<unknown>,
  storage: Storage | undefined = safeStorage(),
  later: (run: () => void, ms: number) => unknown = setTimeout,
): Drafts {
  const prefix = `atelje.draft.${person}.`;
  const versions = new Map<string, number>();
  const begun = signal<ReadonlyMap<string, boolean>>(new Map());

  const get = (room: string): Kept | null => {
    const kept = storage?.getItem(prefix + room);
    return kept ? (JSON.parse(kept) as Kept) : null;
  };
  const set = (room: string, kept: Kept): void => {
    if (kept.text === "" && !kept.dirty) return storage?.removeItem(prefix + room);
    try {
      storage?.setItem(prefix + room, JSON.stringify(kept));
    } catch {
      // The browser's shelf is full: the words are still in the field and go to the server.
    }
  };
  const mine = (): string[] =>
    Object.keys(storage ?? {}).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));

  async function send(room: string, version: number, text: string): Promise<void> {
    if (versions.get(room) !== version) return;
    try {
      await save({ room, text });
    } catch {
      // Stays dirty: `flush` tries again when the connection is back.
      return;
    }
    if (versions.get(room) === version) set(room, { text, dirty: false });
  }

  return {
    begun,
    read(room, fromServer) {
      const kept = get(room);
      return kept?.dirty ? kept.text : fromServer;
    },
    write(room, text) {
      const version = (versions.get(room) ?? 0) + 1;
      versions.set(room, version);
      set(room, { text, dirty: true });
      if (begun.value.get(room) !== (text !== "")) begun.value = new Map(begun.value).set(room, text !== "");
      later(() => void send(room, version, text), text === "" ? 0 : SAVE_MS);
    },
    flush() {
      for (const room of mine()) {
        const kept = get(room);
        if (!kept?.dirty) continue;
        const version = (versions.get(room) ?? 0) + 1;
        versions.set(room, version);
        void send(room, version, kept.text);
      }
    },
    clear() {
      for (const room of mine()) storage?.removeItem(prefix + room);
    },
  };
}
