/** Where a link goes: only to schemes that open pages or mail, and never under another's name. */

export interface LinkTarget {
  href: string;
  /** As the network knows it: letters that only look like others stand as punycode. */
  host: string;
  /** Whether the reader must be told the host, because the link's words do not say it. */
  tellsWhere(words: string): boolean;
}

const SCHEMES = new Set(["http:", "https:", "mailto:"]);

export function readLink(address: string): LinkTarget | null {
  // Without its own scheme an address would be taken as a place on our own server.
  if (!/^[a-z]+:/i.test(address)) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (!SCHEMES.has(url.protocol)) return null;
  if (url.protocol === "mailto:") return mailTarget(url);
  // https://bank.example@elsewhere.example goes elsewhere: a name before the host only serves to mislead.
  if (url.username !== "" || url.password !== "" || url.host === "") return null;
  return {
    href: url.href,
    host: url.host,
    tellsWhere: (words) => !saysHost(words, url.host),
  };
}

function mailTarget(url: URL): LinkTarget {
  const to = decode(url.pathname);
  return { href: url.href, host: to, tellsWhere: (words) => !words.includes(to) };
}

/** The words begin with the very host that the network will ask for. */
function saysHost(words: string, host: string): boolean {
  const start = words.trim().replace(/^https?:\/\//i, "").toLowerCase();
  return start === host || start.startsWith(`${host}/`) || start.startsWith(`${host}?`) || start.startsWith(`${host}#`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
