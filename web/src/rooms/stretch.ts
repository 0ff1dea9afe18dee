/** A stretch of a talk: messages that follow each other without a gap, and whether there is more on either side. */
import type { Message } from "../contract.ts";

export interface Stretch {
  messages: readonly Message[];
  earlier: boolean;
  later: boolean;
}

export const holds = (messages: readonly Message[], id: number): boolean =>
  messages.some((message) => message.id === id);

/** Two stretches as one, where they overlap or touch; null when something lies between them, if only a file as far as
 * the numbers tell. `touching`: nothing said does. */
export function join(upper: Stretch, lower: Stretch, touching = false): Stretch | null {
  const end = upper.messages.at(-1);
  const start = lower.messages[0];
  if (!end || !start || (!touching && end.number + 1 < start.number)) return null;
  const last = lower.messages.at(-1)!;
  return {
    messages: merge(upper.messages, lower.messages),
    earlier: upper.messages[0]!.id <= start.id ? upper.earlier : lower.earlier,
    later: last.id >= end.id ? lower.later : upper.later,
  };
}

/** Of a message that both hold, the one that knows of the later change stands. */
function merge(some: readonly Message[], others: readonly Message[]): Message[] {
  const found = new Map<number, Message>();
  for (const message of [...some, ...others]) {
    const known = found.get(message.id);
    if (!known || known.last < message.last) found.set(message.id, message);
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}
