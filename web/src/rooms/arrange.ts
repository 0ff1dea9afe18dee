/** Lays out a talk as it is read: by day, then by author; the unread line and a long pause begin a new group. */
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
  parts: (Group | "unread")[];
}

const PAUSE_MS = 15 * 60_000;

/** `readUpTo`: the number of the last message seen before, or null when no line is to be drawn. */
export function arrange(
  messages: readonly Message[], zone: string, readUpTo: number | null, me: string,
): Day[] {
  const days: Day[] = [];
  const firstNew = readUpTo === null ? undefined : messages.find((m) => m.number > readUpTo && m.author !== me);
  for (const message of messages) {
    const key = dayOf(message.at, zone);
    let day = days.at(-1);
    if (day?.key !== key) {
      day = { key, at: message.at, parts: [] };
      days.push(day);
    }
    if (message === firstNew) day.parts.push("unread");
    const group = day.parts.at(-1);
    if (group && group !== "unread" && belongs(group, message)) group.messages.push(message);
    else day.parts.push({ key: `${message.id}`, author: message.author, at: message.at, messages: [message] });
  }
  return days;
}

function belongs(group: Group, message: Message): boolean {
  const last = group.messages.at(-1);
  return group.author === message.author && last !== undefined && message.at - last.at < PAUSE_MS;
}
