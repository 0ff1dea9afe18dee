// The JavaScript SDK as a program: commands come in as lines of JSON, answers and events go out as lines of JSON.
import { createInterface } from "node:readline";

import { Centrifuge, UnauthorizedError } from "centrifuge";

import { endpoint, network } from "./lines.mjs";

// `posts`: where the fallbacks post to, which may be another node.
const [origin, cookie, transport, posts] = process.argv.slice(2);
const headers = { Cookie: cookie, Origin: origin };
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

// An event stream is told apart by its cookie: no token may be in an address. The others come as programs do.
const { lines, options } = network(transport === "sse" ? cookie : "");

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

const client = new Centrifuge([endpoint(origin, transport)], {
  ...options,
  emulationEndpoint: `${posts}/emulation`,
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
  cut: () => lines.cut(),
  subscribe,
  rpc,
};
createInterface({ input: process.stdin })
  .on("line", (text) => {
    const command = JSON.parse(text);
    verbs[command.do](command);
  })
  .on("close", () => process.exit(0));
