/** The story of a room by its days, from what its things tell: nothing is counted and nothing is measured. */
import type { Things } from "../../../contract.ts";
import { dayOf } from "../../../text/dates.ts";
import { changesOf, firstWording } from "../goals/story.ts";

export interface Moment {
  /** As 2026-11-20. */
  day: string;
  /** The text that names what happened: `moment-<kind>`. */
  kind:
    | "met" | "goal" | "goal-reached" | "goal-changed" | "goal-no_longer_needed" | "goal-open" | "step" | "pin" | "shared"
    | "agreed" | "halfway";
  by: string | null;
  /** What people wrote of it. */
  words: string;
  reason?: string;
}

export function momentsOf(things: Things | undefined, zone: string): Moment[] {
  const day = (at: number): string => dayOf(at, zone);
  const moments: Moment[] = [];
  for (const { by, body } of things?.meetings ?? []) {
    if (body.day !== null) moments.push({ day: body.day, kind: "met", by, words: "" });
  }
  for (const goal of things?.goals ?? []) {
    moments.push({ day: day(goal.at), kind: "goal", by: goal.by, words: firstWording(goal) });
    const changes = changesOf(goal);
    changes.forEach(({ at, by, reason, wording, state }, place) => {
      if (wording === null && state === null) return;
      const next = changes.slice(place + 1).find((later) => later.wording !== null)?.wording ?? goal.body.text;
      moments.push({ day: day(at), kind: `goal-${state ?? "changed"}`, by, words: next, reason });
    });
  }
  for (const { body } of things?.steps ?? []) {
    if (body.done_at !== null) moments.push({ day: day(body.done_at), kind: "step", by: body.done_by, words: body.what });
  }
  for (const { at, by, body } of things?.pins ?? []) {
    moments.push({ day: day(at), kind: "pin", by, words: body.title || body.note.split("\n")[0] || body.link });
  }
  for (const { at, by } of things?.reflections ?? []) moments.push({ day: day(at), kind: "shared", by, words: "" });
  for (const { body } of things?.agreement ?? []) {
    for (const { person, at } of body.talked) moments.push({ day: day(at), kind: "agreed", by: person, words: "" });
  }
  for (const { at, by } of things?.halfway ?? []) moments.push({ day: day(at), kind: "halfway", by, words: "" });
  // Of one day as they stand above: sorting keeps that order.
  return moments.sort((a, b) => a.day.localeCompare(b.day));
}
