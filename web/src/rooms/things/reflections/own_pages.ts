/**
 * What I write for myself in a room: kept as I write, read by nobody else. What could not be sent stays in the form and
 * is tried again.
 */
import { useEffect, useRef, useState } from "preact/hooks";

import { useHttp } from "../../../context.ts";
import type { Done, OwnPages, SaveAnswer } from "../../../contract.ts";
import { Refused } from "../../../http.ts";
import { refusalWords } from "../../../text/fluent.ts";
import type { Room } from "../../room.ts";

const PAUSE_MS = 800;
const AGAIN_MS = 4_000;

export type Question = SaveAnswer["question"];
export const MONTHLY = ["moment", "moved", "harder", "differently", "between", "goals", "next"] as const;
export const HALFWAY = ["came", "works", "steps"] as const;
export const HALFWAY_PAGE = "halfway";

export type Saving = "saved" | "saving" | "waiting" | { refused: string };

export interface Own {
  /** By page and question; null until they are known. */
  readonly pages: ReadonlyMap<string, ReadonlyMap<Question, string>> | null;
  readonly failed: boolean;
  readonly saving: Saving;
  write(page: string, question: Question, text: string): void;
}

type Pages = Map<string, Map<Question, string>>;

export function useOwnPages(room: Room): Own {
  const http = useHttp();
  const [pages, setPages] = useState<Pages | null>(null);
  const [failed, setFailed] = useState(false);
  const [saving, setSaving] = useState<Saving>("saved");
  /** Not yet with the server, the newest words only. */
  const unsaved = useRef(new Map<string, SaveAnswer>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const sending = useRef(false);
  const gone = useRef(false);
  const address = `/rooms/${encodeURIComponent(room.id)}/reflections`;

  async function send(): Promise<void> {
    clearTimeout(timer.current);
    if (sending.current) return;
    sending.current = true;
    let outcome: Saving = "saved";
    for (const [place, answer] of unsaved.current) {
      try {
        await http<Done>("PUT", address, answer);
        if (unsaved.current.get(place) === answer) unsaved.current.delete(place);
      } catch (error) {
        outcome = error instanceof Refused ? { refused: refusalWords(error.problem) } : "waiting";
        break;
      }
    }
    sending.current = false;
    if (outcome === "saved" && unsaved.current.size > 0) return send();
    if (gone.current) return;
    setSaving(outcome);
    if (outcome === "waiting") timer.current = setTimeout(() => void send(), AGAIN_MS);
  }

  useEffect(() => {
    gone.current = false;
    http<OwnPages>("GET", address).then(
      (mine) => {
        const read: Pages = new Map(mine.pages.map(({ page, answers }) =>
          [page, new Map(answers.map(({ question, text }) => [question, text]))]));
        for (const { page, question, text } of unsaved.current.values()) read.set(page, new Map(read.get(page)).set(question, text));
        if (!gone.current) setPages(read);
      },
      () => !gone.current && setFailed(true),
    );
    return () => {
      gone.current = true;
      void send();
    };
  }, [address]);

  return {
    pages, failed, saving,
    write(page, question, text) {
      setPages((before) => new Map(before).set(page, new Map(before?.get(page)).set(question, text)));
      unsaved.current.set(`${page} ${question}`, { page, question, text });
      setSaving("saving");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), PAUSE_MS);
    },
  };
}
