import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/rooms.css";

import { render } from "preact";

import { createAccount, type AccountPorts } from "./accounts/account.ts";
import { startLanguage } from "./accounts/language.ts";
import { App } from "./app.tsx";
import type { Me } from "./contract.ts";
import { createHttp } from "./http.ts";
import { openDatabase } from "./live/keep.ts";
import { safeStorage } from "./live/storage.ts";
import { LINK_PAGES, SignInPage } from "./pages.tsx";
import { path, watchAddress } from "./router.ts";
import { setLanguage } from "./text/fluent.ts";
import { teachMacedonianPlurals } from "./text/macedonian.ts";
import { startTheme } from "./ui/theme.ts";

const ME = "atelje.me";
const FRESH_MS = 60_000;

startTheme();
teachMacedonianPlurals();
watchAddress();

const http = createHttp();
const account = createAccount({ http, ...createMemory() });
// Somebody came in, went out or changed how they read in another tab.
window.addEventListener("storage", ({ key }) => key === ME && void account.start());

/** Whom this browser knows; without a shelf, whom this page knows. */
function createMemory(): Pick<AccountPorts, "remember" | "recall"> {
  const storage = safeStorage();
  let mine = storage?.getItem(ME) ?? null;
  return {
    remember(me) {
      mine = me && JSON.stringify(me);
      if (mine) storage?.setItem(ME, mine);
      else storage?.removeItem(ME);
    },
    recall: () => JSON.parse((storage ? storage.getItem(ME) : mine) ?? "null") as Me | null,
  };
}

// What will most likely be shown is fetched while the server is asked: the rooms of who was here before, or the door.
if (account.remembered()) void Promise.allSettled([import("./studio.ts"), import("./live/connection.ts")]);
else void (LINK_PAGES[path.value] ?? SignInPage).prepare();

// A part of this page is gone: the server was renewed meanwhile. A page that has just been loaded is not loaded again.
window.addEventListener("vite:preloadError", () => {
  if (navigator.onLine && performance.now() > FRESH_MS) location.reload();
});

const place = document.getElementById("atelje");
if (!place) throw new Error("index.html has no place for the app");

await Promise.all([setLanguage(startLanguage()), account.start()]);
render(<App account={account} http={http} keep={openDatabase()} />, place);
