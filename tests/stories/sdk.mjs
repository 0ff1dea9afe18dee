// The JavaScript SDK as a program: commands come in as lines of JSON, answers and events go out as lines of JSON.
import { createInterface } from "node:readline";

import { Centrifuge, UnauthorizedError } from "centrifuge";
import { EventSource } from "eventsource";
import WebSocket from "ws";

// `posts`: where the fallbacks post to, which may be another node.
const [origin, cookie, transport, posts] = process.argv.slice(2);
const headers = { Cookie: cookie, Origin: origin };
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Breaks the line that is open now. */
let cut = () => undefined;
class Line extends WebSocket {
  constructor(...given) {
    super(...given);
    cut = () => this.terminate();
  }
}

/** For both fallbacks, by cookie as a browser on our pages, or by token as a program; an open stream can be cut. */
async function fetchStream(address, { signal, ...options }) {
  const end = new AbortController();
  const page = transport === "sse" ? { Cookie: cookie, Origin: new URL(address).origin } : {};
  const signals = AbortSignal.any([end.signal, ...(signal ? [signal] : [])]);
  const response = await fetch(address, { ...options, headers: { ...options.headers, ...page }, signal: signals });
  if (!new URL(address).pathname.startsWith("/connection/")) return response;
  const { readable, writable } = new TransformStream();
  response.body.pipeTo(writable).catch(() => undefined);
  cut = () => end.abort(new Error("cut"));
  return new Response(readable, response);
}

class Events extends EventSource {
  constructor(address, options) {
    super(address, { ...options, fetch: fetchStream });
  }
}

async function getToken() {
  const response = await fetch(`${origin}/api/v1/connection-token`, { method: "POST", headers });
  if (response.status === 401) throw new UnauthorizedError();
  tell({ event: "token" });
  return (await response.json()).token;
}

async function getState(room) {
  const response = await fetch(`${origin}/api/v1/rooms/${room}`, { headers });
  const { epoch, offset } = await response.json();
  tell({ event: "state", room, offset });
  return { epoch, offset };
}

const address = `${transport === "websocket" ? origin.replace("http", "ws") : origin}/connection/${transport}`;
const client = new Centrifuge([{ transport, endpoint: address }], {
  websocket: Line,
  fetch: fetchStream,
  eventsource: Events,
  emulationEndpoint: `${posts ?? origin}/emulation`,
  // An event stream is told apart by its cookie alone: no token may be in an address.
  ...(transport === "sse" ? {} : { getToken }),
  minReconnectDelay: 50,
  maxReconnectDelay: 400,
});
client.on("connected", ({ transport }) => tell({ event: "connected", transport }));
client.on("connecting", ({ code, reason }) => tell({ event: "connecting", code, reason }));
client.on("disconnected", ({ code, reason }) => tell({ event: "disconnected", code, reason }));

function subscribe({ room, since, state }) {
  const options = { minResubscribeDelay: 50, maxResubscribeDelay: 400 };
  if (since) options.since = { epoch: since[0], offset: since[1] };
  if (state) options.getState = () => getState(room);
  const subscription = client.newSubscription(`room:${room}`, options);
  subscription.on("publication", ({ offset, data }) => tell({ event: "publication", room, offset, data }));
  subscription.on("unsubscribed", ({ code, reason }) => tell({ event: "unsubscribed", room, code, reason }));
  subscription.on("subscribed", ({ wasRecovering, recovered }) =>
    tell({ event: "subscribed", room, wasRecovering, recovered }),
  );
  subscription.subscribe();
}

async function rpc({ id, method, data }) {
  try {
    tell({ id, result: (await client.rpc(method, data)).data });
  } catch ({ code, message }) {
    tell({ id, error: { code, message } });
  }
}

const verbs = {
  connect: () => client.connect(),
  token: ({ token }) => client.setToken(token),
  cut: () => cut(),
  subscribe,
  rpc,
};
createInterface({ input: process.stdin })
  .on("line", (text) => {
    const command = JSON.parse(text);
    verbs[command.do](command);
  })
  .on("close", () => process.exit(0));
