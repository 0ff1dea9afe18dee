/**
 * The tabs of one browser among themselves: which one sends (a Web Lock that passes on when its tab closes), and what
 * they tell each other. Without locks every tab sends; the command ids keep that harmless.
 */
import type { OutboxNews } from "./outbox.ts";

export type TabNews = OutboxNews | { kind: "signed_out" };

export interface Tabs {
  own(owner: (released: Promise<void>) => void): void;
  tell(news: TabNews): void;
  hear(listener: (news: TabNews) => void): void;
  close(): void;
}

export function joinTabs(person: string, locks: LockManager | undefined = globalThis.navigator?.locks): Tabs {
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`atelje-${person}`);
  const listeners: ((news: TabNews) => void)[] = [];
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const leaving = new AbortController();
  if (channel) channel.onmessage = ({ data }) => listeners.forEach((listener) => listener(data as TabNews));
  return {
    own(owner) {
      if (!locks) return owner(released);
      const asked = locks.request(`atelje-outbox-${person}`, { signal: leaving.signal }, () => {
        owner(released);
        return released;
      });
      // Giving up the wish before the lock was granted is no fault.
      asked.catch(() => undefined);
    },
    tell: (news) => channel?.postMessage(news),
    hear: (listener) => void listeners.push(listener),
    close() {
      release();
      leaving.abort();
      channel?.close();
    },
  };
}
