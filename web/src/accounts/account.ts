/** Who I am on this server: signing in and out, and how I read. */
import { signal, type ReadonlySignal } from "@preact/signals";

import type {
  AcceptInvitation, Me, Preferences, ResetPassword, SetUp, SignIn, UseSignInLink,
} from "../contract.ts";
import { isRefused, type Http } from "../http.ts";

export type Standing =
  | { is: "starting" }
  | { is: "signed_out"; why?: "ended" }
  /** `known`: the server said so just now; else it is what this browser remembers while there is no network. */
  | { is: "signed_in"; me: Me; known: boolean }
  /** No network and nothing remembered. */
  | { is: "unreachable" };

/** The ways in, and what each asks for. */
export interface WaysIn {
  "/login": SignIn;
  "/set-up": SetUp;
  "/sign-in-link/use": UseSignInLink;
  "/password/reset": ResetPassword;
  "/invitations/accept": AcceptInvitation;
}

export interface Account {
  readonly standing: ReadonlySignal<Standing>;
  start(): Promise<void>;
  /** Whom this browser knows, in whatever tab they came in. */
  remembered(): Me | null;
  comeIn<Way extends keyof WaysIn>(way: Way, form: WaysIn[Way]): Promise<void>;
  /** `forget` empties what this browser keeps, once the server has ended the login. */
  signOut(forget: () => Promise<void>): Promise<void>;
  /** The server ended my login; what I wrote stays for the next one. */
  ended(): void;
  prefer(preferences: Preferences): Promise<void>;
}

export interface AccountPorts {
  http: Http;
  remember: (me: Me | null) => void;
  recall: () => Me | null;
}

export function createAccount({ http, remember, recall }: AccountPorts): Account {
  const standing = signal<Standing>({ is: "starting" });
  let leaving = false;

  function enter(me: Me): void {
    remember(me);
    standing.value = { is: "signed_in", me, known: true };
  }

  return {
    standing,
    remembered: recall,
    async start() {
      try {
        enter(await http<Me>("GET", "/me"));
      } catch (error) {
        const remembered = recall();
        // Any other no (too many attempts, the database is away) says nothing about who I am.
        if (isRefused(error, "sign_in_required")) {
          remember(null);
          standing.value = { is: "signed_out" };
        } else if (remembered) standing.value = { is: "signed_in", me: remembered, known: false };
        else standing.value = { is: "unreachable" };
      }
    },
    comeIn: async (way, form) => enter(await http<Me>("POST", way, form)),
    async signOut(forget) {
      leaving = true;
      try {
        await http("POST", "/logout", {});
        await forget();
        remember(null);
        standing.value = { is: "signed_out" };
      } finally {
        leaving = false;
      }
    },
    ended() {
      // The server closes the connection of who is signing out before it answers.
      if (leaving || standing.value.is === "signed_out") return;
      remember(null);
      standing.value = { is: "signed_out", why: "ended" };
    },
    prefer: async (preferences) => enter(await http<Me>("PUT", "/me/preferences", preferences)),
  };
}
