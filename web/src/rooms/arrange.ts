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
  const firstNew = findNew(messages, readUpTo, me);
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

/** None where the first new words stand before what is loaded: the line would say that they begin here. */
function findNew(messages: readonly Message[], readUpTo: number | null, me: string): Message | undefined {
  const start = messages[0];
  if (readUpTo === null || !start || start.number > readUpTo + 1) return undefined;
  return messages.find(({ number, author }) => number > readUpTo && author !== me);
}

function belongs(group: Group, message: Message): boolean {
  const last = group.messages.at(-1);
  return group.author === message.author && last !== undefined && message.at - last.at < PAUSE_MS;
}
