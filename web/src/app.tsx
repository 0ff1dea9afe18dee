/** Which screen stands: the door, the set-up, or the rooms of who is signed in. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import type { Account } from "./accounts/account.ts";
import { keepLanguage } from "./accounts/language.ts";
import type { Me } from "./contract.ts";
import { AccountContext, HttpContext, StudioContext } from "./context.ts";
import type { Http } from "./http.ts";
import type { Keep } from "./live/keep.ts";
import { safeStorage } from "./live/storage.ts";
import { LINK_PAGES, SignInPage } from "./pages.tsx";
import { linkToken, path } from "./router.ts";
import { Rooms } from "./rooms/rooms_page.tsx";
import type { Studio } from "./studio.ts";
import { t } from "./text/fluent.ts";
import { chooseLanguage } from "./text/languages.ts";
import { Mark } from "./ui/icon.tsx";
import { Waiting } from "./ui/later.tsx";
import { showUnread } from "./ui/title.ts";

interface AppProps {
  account: Account;
  http: Http;
  keep: Keep;
}

export function App({ account, http, keep }: AppProps): JSX.Element {
  const standing = account.standing.value;
  const me = standing.is === "signed_in" ? standing.me : null;
  const studio = useOwnStudio(account, http, keep, me);
  useEffect(() => {
    if (me) keepLanguage(chooseLanguage([me.language]));
    else showUnread(0, "");
  }, [me?.language, me === null]);

  // Only for whoever wants to be told in this browser; it comes after everything else.
  useEffect(() => {
    if (studio && me && safeStorage()?.getItem("atelje.push") === me.id) {
      void import("./push/keep.ts").then(({ keepTold }) => keepTold(http, me.id));
    }
  }, [studio, me?.language]);

  let screen: JSX.Element;
  const LinkPage = LINK_PAGES[path.value];
  if (LinkPage) screen = <LinkPage key={linkToken.value} />;
  else if (standing.is === "signed_out") screen = <SignInPage ended={standing.why === "ended"} />;
  else if (standing.is === "unreachable") screen = <OutOfReach account={account} />;
  else if (studio && me) {
    screen = (
      <StudioContext.Provider value={{ studio, me }}>
        <Rooms />
      </StudioContext.Provider>
    );
  } else screen = <Waiting />;
  return (
    <HttpContext.Provider value={http}>
      <AccountContext.Provider value={account}>{screen}</AccountContext.Provider>
    </HttpContext.Provider>
  );
}

/** Opens a studio when somebody signs in and closes it when they are gone; changed preferences leave it open. */
function useOwnStudio(account: Account, http: Http, keep: Keep, me: Me | null): Studio | null {
  const [studio, setStudio] = useState<Studio | null>(null);
  useEffect(() => {
    if (!me) return;
    let wanted = true;
    let opened: Studio | null = null;
    void Promise.all([import("./studio.ts"), import("./live/connection.ts")]).then(([studios, connections]) => {
      if (!wanted) return;
      const connection = connections.createConnection(location.origin);
      opened = studios.openStudio(me, {
        http,
        connection,
        keep,
        isStillMe: () => account.remembered()?.id === me.id,
        onSignedOut: (why) => {
          void keep.clear("cache").catch(() => undefined);
          if (why === "ended") account.ended();
          else void account.start();
        },
      });
      setStudio(opened);
    });
    return () => {
      wanted = false;
      opened?.close();
      setStudio(null);
      // A mailed link let somebody else in here: what this browser kept of me is not for them.
      if (account.remembered()?.id !== me.id) void keep.clear("cache").catch(() => undefined);
    };
  }, [me?.id]);
  return studio?.me === me?.id ? studio : null;
}

/** Nothing is remembered here and nobody answers: it tries again by itself. */
function OutOfReach({ account }: { account: Account }): JSX.Element {
  useEffect(() => {
    const again = (): void => void account.start();
    const timer = setInterval(again, 5_000);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, []);
  return (
    <main class="door" id="main">
      <div class="door-card">
        <p class="brand">
          <Mark /> <span>Atelje</span>
        </p>
        <h1>{t("out-of-reach-title")}</h1>
        <p class="lead">{t("out-of-reach-lead")}</p>
        <button type="button" class="main" onClick={() => void account.start()}>
          {t("try-again")}
        </button>
      </div>
    </main>
  );
}
