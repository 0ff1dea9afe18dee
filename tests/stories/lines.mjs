// What the SDK needs of a network, for one client by itself: each transport can be cut in the middle.
import { EventSource } from "eventsource";
import WebSocket from "ws";

/** `cookie`: sent along as a browser on our pages does. `cut` breaks the line that is open now. */
export function network(cookie) {
  const lines = { cut: () => undefined };
  const page = (address) => (cookie ? { Cookie: cookie, Origin: new URL(address).origin.replace(/^ws/, "http") } : {});

  class Line extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols, { headers: page(address) });
      lines.cut = () => this.terminate();
    }
  }

  async function fetchStream(address, { signal, ...options }) {
    const end = new AbortController();
    const headers = { ...options.headers, ...page(address) };
    const signals = AbortSignal.any([end.signal, ...(signal ? [signal] : [])]);
    const response = await fetch(address, { ...options, headers, signal: signals });
    if (!new URL(address).pathname.startsWith("/connection/")) return response;
    const { readable, writable } = new TransformStream();
    response.body.pipeTo(writable).catch(() => undefined);
    lines.cut = () => end.abort(new Error("cut"));
    return new Response(readable, response);
  }

  class Events extends EventSource {
    constructor(address, options) {
      super(address, { ...options, fetch: fetchStream });
    }
  }

  return { lines, options: { websocket: Line, fetch: fetchStream, eventsource: Events } };
}

/** For the SDK's list of transports. */
export function endpoint(origin, transport) {
  const scheme = transport === "websocket" ? origin.replace("http", "ws") : origin;
  return { transport, endpoint: `${scheme}/connection/${transport}` };
}
