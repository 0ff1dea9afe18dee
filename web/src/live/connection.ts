/**
 * The live connection: one WebSocket through the protocol's own SDK, or HTTP alone where none opens, as behind some
 * offices' proxies. It reconnects by itself and recovers each room from its position; what it is told to stop for
 * (signed out, closed) it reports.
 */
import { Centrifuge, type ClientInfo, type Options, type Subscription, type TransportEndpoint } from "centrifuge";
import { signal, type ReadonlySignal } from "@preact/signals";

import { isProblem, Refused, Unreachable } from "../http.ts";
import type {
  CountNotice, Entry, PersonEntry, PresenceNotice, ReadNotice, SwitchNotice, UnreadNotice,
} from "../contract.ts";
import type { Mark, Row } from "../presence/roster.ts";

export interface Position {
  epoch: string;
  offset: number;
}

export type Link = "connecting" | "connected" | "stopped";

export interface Follower {
  /** Where to go on from; asked first, and again when the server can no longer bridge the gap. */
  position: () => Promise<Position>;
  entry: (offset: number, entry: Entry) => void;
  /** The server is live again, but not from where we were. */
  lost: () => void;
  /** The room is no longer ours to follow. */
  ended: (code: number) => void;
}

/** Who hears what the server tells me alone, on the channel that it subscribes me to by itself. */
export interface Listener {
  entry: (entry: PersonEntry) => void;
  notice: (notice: UnreadNotice | ReadNotice | SwitchNotice) => void;
  /** Something may have been told that never came. */
  lost: () => void;
}

/** What is told of a room besides its entries; all of it may be lost. */
export interface Ear {
  /** The subscription is live, for the first time or again. */
  live: (room: string) => void;
  came: (room: string, person: string, mark: Mark) => void;
  went: (room: string, person: string) => void;
  told: (room: string, notice: PresenceNotice | CountNotice, person: string) => void;
  spoke: (room: string, person: string) => void;
}

export interface Connection {
  readonly link: ReadonlySignal<Link>;
  /** Commands arrive as they were sent. Over HTTP alone each is a post of its own, and one can overtake another. */
  readonly ordered: ReadonlySignal<boolean>;
  connect(): void;
  stop(): void;
  /** Resolves with the result; throws Refused, or Unreachable when nobody knows. */
  rpc<T>(method: string, data: unknown): Promise<T>;
  follow(room: string, follower: Follower): () => void;
  /** The SDK's own, for parts that follow something else: those come later than everything here. */
  readonly client: Centrifuge;
  /** For every room that is followed from now on. */
  hear(ear: Ear): void;
  /** Who is here; throws where that cannot be known. */
  present(room: string): Promise<Row[]>;
  /** A notice to those who show themselves in a room; throws when the server refuses it. */
  say(room: string, notice: PresenceNotice): Promise<unknown>;
  listen(listener: Listener): void;
  onStopped(listener: (code: number) => void): void;
}

/** The server pings every 20 s: a dead line is known 23 s after the last ping at the latest. */
const PING_GRACE_MS = 3_000;
const REPLY_MS = 5_000;
const TIMED_OUT = 1;
const CALLED_BY_US = 0;

/** In the order of trying. The first that opens is kept until the page is left. */
const transports = (origin: string): TransportEndpoint[] => [
  { transport: "websocket", endpoint: `${origin.replace(/^http/, "ws")}/connection/websocket` },
  { transport: "http_stream", endpoint: `${origin}/connection/http_stream` },
  { transport: "sse", endpoint: `${origin}/connection/sse` },
];

export function createConnection(origin: string, options: Partial<Options> = {}): Connection {
  const client = new Centrifuge(transports(origin), {
    emulationEndpoint: `${origin}/emulation`,
    maxServerPingDelay: PING_GRACE_MS,
    timeout: REPLY_MS,
    minReconnectDelay: 300,
    maxReconnectDelay: 15_000,
    ...options,
  });
  const link = signal<Link>("stopped");
  const ordered = signal(true);
  const stopped: ((code: number) => void)[] = [];
  const ears: Ear[] = [];
  client.on("connecting", () => (link.value = "connecting"));
  client.on("connected", ({ transport }) => {
    ordered.value = transport === "websocket";
    link.value = "connected";
  });
  client.on("disconnected", ({ code }) => {
    link.value = "stopped";
    if (code !== CALLED_BY_US) stopped.forEach((listener) => listener(code));
  });

  const listeners: Listener[] = [];
  client.on("publication", ({ offset, data }) => {
    for (const listener of listeners) {
      if (offset === undefined) listener.notice(data as UnreadNotice | ReadNotice | SwitchNotice);
      else listener.entry(data as PersonEntry);
    }
  });
  client.on("subscribed", ({ wasRecovering, recovered }) => {
    if (wasRecovering && !recovered) listeners.forEach((listener) => listener.lost());
  });

  /** A reply that stays away means a line that is dead in one direction: only a new one helps. */
  function renew(): void {
    if (link.value !== "connected") return;
    client.disconnect();
    client.connect();
  }

  return {
    link,
    ordered,
    connect: () => client.connect(),
    stop: () => client.disconnect(),
    listen: (listener) => void listeners.push(listener),
    onStopped: (listener) => stopped.push(listener),
    async rpc<T>(method: string, data: unknown): Promise<T> {
      const result = await client.rpc(method, data).catch((error: { code?: number }) => {
        if (error.code === TIMED_OUT) renew();
        throw new Unreachable(`rpc ${error.code ?? ""}`);
      });
      const answer = result.data as { refused?: unknown };
      if (isProblem(answer?.refused)) throw new Refused(answer.refused);
      return answer as T;
    },
    follow: (room, follower) => follow(client, room, follower, ears),
    client,
    hear: (ear) => void ears.push(ear),
    async present(room) {
      const { clients } = await subscriptionOf(client, room).presence();
      return Object.values(clients).map((info) => ({ person: info.user, mark: markOf(info) }));
    },
    say: async (room, notice) => subscriptionOf(client, room).publish(notice),
  };
}

const channelOf = (room: string): string => `room:${room}`;

function subscriptionOf(client: Centrifuge, room: string): Subscription {
  const subscription = client.getSubscription(channelOf(room));
  if (!subscription) throw new Unreachable("not followed");
  return subscription;
}

const markOf = (info: ClientInfo): Mark => ((info.chanInfo as { away?: boolean } | undefined)?.away ? "away" : "here");

function follow(client: Centrifuge, room: string, follower: Follower, ears: readonly Ear[]): () => void {
  const channel = channelOf(room);
  const known = client.getSubscription(channel);
  if (known) client.removeSubscription(known);
  const subscription: Subscription = client.newSubscription(channel, { getState: follower.position });
  subscription.on("publication", ({ offset, data, info }) => {
    // Without an offset it is a notice, not an entry.
    if (offset === undefined) {
      ears.forEach((ear) => ear.told(room, data as PresenceNotice | CountNotice, info?.user ?? ""));
      return;
    }
    const entry = data as Entry;
    follower.entry(offset, entry);
    if (entry.kind === "message_posted") ears.forEach((ear) => ear.spoke(room, entry.actor ?? ""));
  });
  subscription.on("join", ({ info }) => ears.forEach((ear) => ear.came(room, info.user, markOf(info))));
  subscription.on("leave", ({ info }) => ears.forEach((ear) => ear.went(room, info.user)));
  subscription.on("subscribed", ({ wasRecovering, recovered }) => {
    if (wasRecovering && !recovered) follower.lost();
    ears.forEach((ear) => ear.live(room));
  });
  let wanted = true;
  subscription.on("unsubscribed", ({ code }) => {
    if (wanted) follower.ended(code);
  });
  subscription.subscribe();
  return () => {
    wanted = false;
    client.removeSubscription(subscription);
  };
}
