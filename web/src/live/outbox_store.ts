/** Keeps outgoing commands in IndexedDB. Where a browser has none (some private windows) they live with the page. */
import type { Outgoing } from "./outbox.ts";
import { openDatabase, type Keep } from "./keep.ts";

export interface OutboxStore {
  all(person: string): Promise<Outgoing[]>;
  /** Whether it outlives the page. */
  put(outgoing: Outgoing): Promise<boolean>;
  remove(command_id: string): Promise<void>;
  clear(person: string): Promise<void>;
}

export function createOutboxStore(keep: Keep = openDatabase()): OutboxStore {
  const all = async (person: string): Promise<Outgoing[]> =>
    (await keep.all<Outgoing>("outbox")).filter((outgoing) => outgoing.person === person);
  return {
    all,
    put: (outgoing) => keep.put("outbox", outgoing.command_id, outgoing),
    remove: (command_id) => keep.remove("outbox", command_id),
    async clear(person) {
      for (const outgoing of await all(person)) await keep.remove("outbox", outgoing.command_id);
    },
  };
}
