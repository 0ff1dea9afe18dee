/** What of my own is under way in a room, beside what the room itself shows. */
import type { Message, Reaction } from "../contract.ts";
import type { Outgoing, Settled } from "../live/outbox.ts";

export interface Pending {
  /** New words, in the order of writing. */
  posts: Outgoing[];
  /** By message: the newest words that are to replace it. */
  edits: Map<number, Outgoing>;
  withdrawals: Map<number, Outgoing>;
  /** By message: what I give and take of emoji, in the order of doing. */
  reactions: Map<number, Outgoing[]>;
}

/** Clocks of a device and of the server differ; by more than this only a broken one does. */
const CLOCK_TOLERANCE_MS = 10 * 60_000;

export function findPending(
  room: string, shownUpTo: number, messages: readonly Message[],
  waiting: readonly Outgoing[], settled: readonly Settled[], inherited: ReadonlySet<string>, me: string,
): Pending {
  const confirmed = settled.filter((entry) => entry.room === room && entry.offset > shownUpTo && entry.outgoing);
  const here = [
    ...confirmed.map((entry) => entry.outgoing!),
    ...waiting.filter((outgoing) => outgoing.room === room),
  ];
  const byMessage = (method: Outgoing["method"]): Map<number, Outgoing> =>
    new Map(here.filter((o) => o.method === method).map((o) => [o.data.message ?? 0, o]));
  const posts = here.filter((outgoing) => outgoing.method === "room.post");
  return {
    posts: withoutStanding(posts, messages, inherited, me),
    edits: byMessage("room.edit"),
    withdrawals: byMessage("room.withdraw"),
    reactions: reactionsOf(here),
  };
}

function reactionsOf(here: readonly Outgoing[]): Map<number, Outgoing[]> {
  const found = new Map<number, Outgoing[]>();
  for (const outgoing of here) {
    if (outgoing.method !== "room.react" && outgoing.method !== "room.unreact") continue;
    const message = outgoing.data.message ?? 0;
    found.set(message, [...(found.get(message) ?? []), outgoing]);
  }
  return found;
}

/** The reactions of a message as they will stand once what is on its way has arrived. */
export function withPending(reactions: readonly Reaction[], pending: readonly Outgoing[], me: string): Reaction[] {
  return pending.filter(({ refused }) => !refused).reduce<Reaction[]>((now, { method, data }) => {
    const emoji = data.emoji ?? "";
    const given = now.find((reaction) => reaction.emoji === emoji);
    const people = given?.people.filter((person) => person !== me) ?? [];
    if (method === "room.unreact") return now.map((one) => (one === given ? { emoji, people } : one)).filter(isGiven);
    if (!given) return [...now, { emoji, people: [me] }];
    return given.people.includes(me) ? now : now.map((one) => (one === given ? { emoji, people: [...people, me] } : one));
  }, [...reactions]);
}

const isGiven = ({ people }: Reaction): boolean => people.length > 0;

/**
 * A page that was closed between sending and the answer finds its words both here and in the room. Until the server
 * has said so (the same id gets the same answer), the words of mine that stand there are taken to be these.
 */
function withoutStanding(
  posts: Outgoing[], messages: readonly Message[], inherited: ReadonlySet<string>, me: string,
): Outgoing[] {
  const standing = messages.filter((message) => message.author === me && message.text != null);
  return posts.filter((post) => {
    if (!post.attempted || post.refused || !inherited.has(post.command_id)) return true;
    const words = post.data.text?.normalize("NFC");
    const place = standing.findIndex((m) => m.text === words && m.at >= post.at - CLOCK_TOLERANCE_MS);
    if (place === -1) return true;
    standing.splice(place, 1);
    return false;
  });
}
