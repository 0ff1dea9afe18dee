/** What I take part in. It is kept in this browser: whom to ring up has to be there without a network too. */
import { signal, type ReadonlySignal } from "@preact/signals";

import type { MyMentorship, MyPart, MyParts } from "../contract.ts";
import { isRefused, type Http } from "../http.ts";
import type { Connection } from "../live/connection.ts";

export interface Programmes {
  /** The newest run first; null until it is known. */
  readonly parts: ReadonlySignal<readonly MyPart[] | null>;
  /** Grows with every change that was told: whoever shows more of a programme asks anew. */
  readonly changes: ReadonlySignal<number>;
  load(): Promise<void>;
}

export interface ProgrammesPorts {
  http: Http;
  connection: Pick<Connection, "listen">;
  keep: (mine: MyParts) => void;
  recall: () => Promise<MyParts | undefined>;
}

export function createProgrammes({ http, connection, keep, recall }: ProgrammesPorts): Programmes {
  const parts = signal<readonly MyPart[] | null>(null);
  const changes = signal(0);

  async function load(): Promise<void> {
    if (parts.value === null) {
      const kept = await recall();
      if (kept && parts.value === null) parts.value = kept.parts;
    }
    try {
      const mine = await http<MyParts>("GET", "/me/programmes");
      parts.value = mine.parts;
      keep(mine);
    } catch (error) {
      // Out of reach: what was known stands.
      if (isRefused(error, "sign_in_required")) throw error;
    }
  }

  function changed(): void {
    changes.value += 1;
    load().catch(() => undefined);
  }
  connection.listen({
    entry({ kind }) {
      if (kind.startsWith("programme")) changed();
      // Who takes part in what is as it was; what is planned and asked may be another.
      else if (kind === "dates_changed") changes.value += 1;
    },
    notice: () => undefined,
    lost: changed,
  });
  return { parts, changes, load };
}

/** The mentorship whose room this is, with the run that it belongs to. */
export function mentorshipOf(
  parts: readonly MyPart[] | null, room: string,
): { part: MyPart; mentorship: MyMentorship } | null {
  for (const part of parts ?? []) {
    const mentorship = part.mentorships.find((one) => one.room === room);
    if (mentorship) return { part, mentorship };
  }
  return null;
}

/** The run that a room belongs to. */
export const partOf = (parts: readonly MyPart[] | null, room: string): MyPart | null =>
  mentorshipOf(parts, room)?.part ?? parts?.find(({ circles }) => circles.some((one) => one.room === room)) ?? null;
