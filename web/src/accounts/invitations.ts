/** The invitations that I sent: new ones, fresh links of old ones, taking back with a moment to think again. */
import { computed, signal, type ReadonlySignal } from "@preact/signals";

import type { Invitation, InvitationLink, Invite, MyInvitations } from "../contract.ts";
import { isRefused, type Http } from "../http.ts";

/** How long taking back can be undone. */
export const UNDO_MS = 8_000;

export interface Invitations {
  /** Those that nobody has accepted, the newest first; null until they were read. */
  readonly open: ReadonlySignal<Invitation[] | null>;
  readonly accepted: ReadonlySignal<Invitation[]>;
  /** Being taken back: for a moment it can be undone. */
  readonly leaving: ReadonlySignal<ReadonlySet<string>>;
  /** Taken back in vain: nobody answered, and the invitation stands. */
  readonly kept: ReadonlySignal<ReadonlySet<string>>;
  load(): Promise<void>;
  invite(form: Invite): Promise<InvitationLink>;
  /** A fresh link; the earlier one is dead. */
  renew(invitation: string): Promise<InvitationLink>;
  withdraw(invitation: string): void;
  undo(invitation: string): void;
  /** Carries out at once what waits: the page is being left. */
  close(): void;
}

export interface InvitationsPorts {
  http: Http;
  /** Calls later; gives what cancels it. */
  later: (ms: number, run: () => void) => () => void;
}

export function createInvitations({ http, later }: InvitationsPorts): Invitations {
  const all = signal<Invitation[] | null>(null);
  const leaving = signal<ReadonlySet<string>>(new Set());
  const kept = signal<ReadonlySet<string>>(new Set());
  const waiting = new Map<string, () => void>();

  function put(fresh: Invitation): void {
    all.value = [fresh, ...(all.value ?? []).filter((one) => one.id !== fresh.id)];
  }

  async function takeBack(id: string): Promise<void> {
    waiting.delete(id);
    try {
      await http("DELETE", `/invitations/${encodeURIComponent(id)}`, undefined, { lasting: true });
      all.value = all.value?.filter((one) => one.id !== id) ?? null;
    } catch (error) {
      if (isRefused(error, "not_found")) all.value = all.value?.filter((one) => one.id !== id) ?? null;
      else kept.value = withOne(kept.value, id);
    } finally {
      leaving.value = without(leaving.value, id);
    }
  }

  return {
    open: computed(() => all.value?.filter((one) => one.state !== "accepted") ?? null),
    accepted: computed(() => all.value?.filter((one) => one.state === "accepted") ?? []),
    leaving,
    kept,
    async load() {
      all.value = (await http<MyInvitations>("GET", "/invitations")).invitations;
    },
    async invite(form) {
      const made = await http<InvitationLink>("POST", "/invitations", form);
      put(made.invitation);
      return made;
    },
    async renew(id) {
      const made = await http<InvitationLink>("POST", `/invitations/${encodeURIComponent(id)}/renew`);
      put(made.invitation);
      return made;
    },
    withdraw(id) {
      if (waiting.has(id)) return;
      leaving.value = withOne(leaving.value, id);
      kept.value = without(kept.value, id);
      waiting.set(id, later(UNDO_MS, () => void takeBack(id)));
    },
    undo(id) {
      waiting.get(id)?.();
      waiting.delete(id);
      leaving.value = without(leaving.value, id);
    },
    close() {
      for (const [id, cancel] of waiting) {
        cancel();
        void takeBack(id);
      }
    },
  };
}

const withOne = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => new Set([...ids, id]);

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((one) => one !== id));
