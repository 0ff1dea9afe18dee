/** What this browser can do about pushes, and its own part of turning them on. Nothing here asks the server. */
import type { Language } from "../text/languages.ts";

/** `installed`: only once the page stands on the home screen, as iPhones have it. */
export type Support = "yes" | "installed" | "no";
export type Asked = "granted" | "denied" | "default";

export interface Browser {
  support(): Support;
  /** What the person has said to this browser so far. */
  asked(): Asked;
  /** Asks the person. Has to be called within their click. */
  ask(): Promise<Asked>;
  /** The address where its push service takes pushes that are signed with the key. */
  subscribe(key: string, words: string, language: Language): Promise<string>;
  unsubscribe(): Promise<void>;
}

interface Policies {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string };
}

export const browser: Browser = { support, asked, ask, subscribe, unsubscribe };

function support(): Support {
  if ("serviceWorker" in navigator && "PushManager" in window && "Notification" in window) return "yes";
  return isApplePhone() && !isInstalled() ? "installed" : "no";
}

/** Tablets of the same maker say that they are computers, which have no fingers. */
const isApplePhone = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

const isInstalled = (): boolean => window.matchMedia("(display-mode: standalone)").matches;

function asked(): Asked {
  return "Notification" in window ? Notification.permission : "default";
}

async function ask(): Promise<Asked> {
  return Notification.requestPermission();
}

async function subscribe(key: string, words: string, language: Language): Promise<string> {
  const address = `/push.js?${new URLSearchParams({ language, words })}`;
  const worker = await navigator.serviceWorker.register(ownScript(address), { scope: "/", updateViaCache: "none" });
  await navigator.serviceWorker.ready;
  const before = await worker.pushManager.getSubscription();
  if (before && encoded(before.options.applicationServerKey) === key) return before.endpoint;
  // It belongs to a key that the server has no more.
  await before?.unsubscribe();
  const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  return made.endpoint;
}

async function unsubscribe(): Promise<void> {
  const worker = await navigator.serviceWorker.getRegistration("/");
  await (await worker?.pushManager.getSubscription())?.unsubscribe();
  await worker?.unregister();
}

/** The server's policy lets no script's address pass that nobody has vouched for. This one is always our own file. */
function ownScript(address: string): string {
  const policies = (window as { trustedTypes?: Policies }).trustedTypes;
  if (!policies) return address;
  policy ??= policies.createPolicy("atelje-push", {
    createScriptURL: (url) => {
      if (!url.startsWith("/push.js?")) throw new TypeError("not ours");
      return url;
    },
  });
  return policy.createScriptURL(address);
}

let policy: ReturnType<Policies["createPolicy"]> | undefined;

function encoded(key: ArrayBuffer | null): string {
  if (!key) return "";
  const text = btoa(String.fromCharCode(...new Uint8Array(key)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
