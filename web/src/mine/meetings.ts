/** When I meet whom. It is kept in this browser: the next date has to be there without a network too. */
import { signal, type ReadonlySignal } from "@preact/signals";

import type { MyMeetings, RoomMeetings } from "../contract.ts";
import type { Http } from "../http.ts";
import type { Connection } from "../live/connection.ts";

export interface Meetings {
  /** null until it is known. */
  readonly rooms: ReadonlySignal<readonly RoomMeetings[] | null>;
  /** Whoever shows them asks; from then on they follow what is told. */
  ask(): void;
}

export interface MeetingsPorts {
  http: Http;
  connection: Pick<Connection, "listen">;
  keep: (mine: MyMeetings) => void;
  recall: () => Promise<MyMeetings | undefined>;
}

export function createMeetings({ http, connection, keep, recall }: MeetingsPorts): Meetings {
  const rooms = signal<readonly RoomMeetings[] | null>(null);
  let asked = false;
  let failed = false;

  async function load(): Promise<void> {
    const kept = rooms.value === null ? await recall() : undefined;
    if (kept && rooms.value === null) rooms.value = kept.rooms;
    const mine = await http<MyMeetings>("GET", "/me/meetings");
    rooms.value = mine.rooms;
    keep(mine);
  }

  function follow(): void {
    if (!asked) return;
    failed = false;
    // Out of reach: what was known stands, and the next screen asks again.
    load().catch(() => (failed = true));
  }
  connection.listen({
    entry: ({ kind }) => (kind === "dates_changed" || kind === "programme_changed") && follow(),
    notice: () => undefined,
    lost: follow,
  });
  return {
    rooms,
    ask() {
      if (asked && !failed) return;
      asked = true;
      follow();
    },
  };
}
