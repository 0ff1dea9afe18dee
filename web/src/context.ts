/** What the screens share: the server, the account, and the studio while somebody is signed in. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";

import type { Account } from "./accounts/account.ts";
import type { Me } from "./contract.ts";
import type { Http } from "./http.ts";
import type { Studio } from "./studio.ts";

export const HttpContext = createContext<Http | null>(null);
export const AccountContext = createContext<Account | null>(null);
export const StudioContext = createContext<{ studio: Studio; me: Me } | null>(null);

export function useHttp(): Http {
  const http = useContext(HttpContext);
  if (!http) throw new Error("outside of the app");
  return http;
}

export function useAccount(): Account {
  const account = useContext(AccountContext);
  if (!account) throw new Error("outside of the app");
  return account;
}

export function useStudio(): { studio: Studio; me: Me } {
  const context = useContext(StudioContext);
  if (!context) throw new Error("nobody is signed in");
  return context;
}
