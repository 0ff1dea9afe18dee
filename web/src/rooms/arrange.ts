/** Lays out a talk as it is read: by day, then by author; the unread line and a long pause begin a new group. */
import type { JSX } from "preact";

import type { Message } from "../contract.ts";
import { dayOf } from "../text/dates.ts";

export interface Group {
  key: string;
  author: string;
  at: number;
  messages: Message[];
}

export interface Day {
  key: string;
  at: number;
  /** Whatever stands between groups besides shows itself. */
  parts: (Group | JSX.Element | "unread")[];
}

const PAUSE_MS = 15 * 60_000;

/** `line`: the first new message, by its id, or null when no line is to be drawn before any of these. */
export function arrange(messages: readonly Message[], zone: string, line: number | null): Day[] {
  const days: Day[] = [];
  for (const message of messages) {
    const key = dayOf(message.at, zone);
    let day = days.at(-1);
    if (day?.key !== key) {
      day = { key, at: message.at, parts: [] };
      days.push(day);
    }
    if (message.id === line) day.parts.push("unread");
    const group = day.parts.at(-1);
    if (group && group !== "unread" && "messages" in group && belongs(group, message)) group.messages.push(message);
    else day.parts.push({ key: `${message.id}`, author: message.author, at: message.at, messages: [message] });
  }
  return days;
}

function belongs(group: Group, message: Message): boolean {
  const last = group.messages.at(-1);
  return group.author === message.author && last !== undefined && message.at - last.at < PAUSE_MS;
}
