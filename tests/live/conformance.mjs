// One pass through what the JavaScript SDK offers, in one of its two builds; prints what it met as a line of JSON.
import { createRequire } from "node:module";

const require = createRequire(new URL("../stories/", import.meta.url));
const [address, build, channel, tokenOf42] = process.argv.slice(2);
const { Centrifuge } = require(build === "protobuf" ? "centrifuge/build/protobuf" : "centrifuge");
const websocket = require("ws");

const binary = build === "protobuf";
const spell = (data) => (binary ? new TextEncoder().encode(JSON.stringify(data)) : data);
const read = (data) => (binary ? JSON.parse(new TextDecoder().decode(data)) : data);
const first = (from, event) => new Promise((resolve) => from.once(event, resolve));
const codeOf = (call) => call.then(() => 0).catch((error) => error.code);

const open = (options = {}) => new Centrifuge(address, { websocket, minReconnectDelay: 10, ...options });

async function subscribe(client, heard) {
  const subscription = client.newSubscription(channel, { joinLeave: true });
  subscription.on("publication", ({ data, offset }) => heard.push([offset, read(data)]));
  subscription.subscribe();
  await subscription.ready(5000);
  return subscription;
}

const told = {};
const [ann, ben] = [open(), open()];
const [heardByAnn, heardByBen] = [[], []];
for (const client of [ann, ben]) client.connect();
const annThere = await subscribe(ann, heardByAnn);
const joined = first(annThere, "join");
const benThere = await subscribe(ben, heardByBen);
told.join = (await joined).info.user;
told.here = Object.keys((await annThere.presence()).clients).length;
told.counted = await ann.presenceStats(channel);

const published = first(benThere, "publication");
await annThere.publish(spell({ text: "Добро вече" }));
await published;

const left = first(annThere, "leave");
ben.disconnect();
told.leave = (await left).info.user;
await annThere.publish(spell({ text: "missed 1" }));
await annThere.publish(spell({ text: "missed 2" }));
const back = first(benThere, "subscribed");
ben.connect();
const { wasRecovering, recovered } = await back;
told.back = { wasRecovering, recovered };
await annThere.publish(spell({ text: "live" }));
while (heardByBen.length < 4) await first(benThere, "publication");
told.heard = heardByBen;
told.same = JSON.stringify(heardByAnn) === JSON.stringify(heardByBen);

const history = await annThere.history({ limit: 2, reverse: true });
told.history = history.publications.map(({ offset, data }) => [offset, read(data)]);
told.top = history.offset;

const owner = open({ token: tokenOf42 });
const own = first(owner, "subscribed");
owner.connect();
told.own = (await own).channel;
const mine = first(owner, "publication");
await owner.publish(told.own, spell({ mine: true }));
told.mine = read((await mine).data);

told.refused = {
  rpc: await codeOf(ann.rpc("dance", spell({}))),
  publish: await codeOf(ann.publish("test", spell({}))),
  hidden: (await refusalOf(ann.newSubscription("private"))).code,
  token: (await refusalOf(ann.newSubscription("test", { token: "x.y.z" }))).code,
};

async function refusalOf(subscription) {
  subscription.subscribe();
  return first(subscription, "unsubscribed");
}

const stranger = open({ token: "x.y.z" });
stranger.connect();
told.stranger = (await first(stranger, "disconnected")).code;

for (const client of [ann, ben, owner]) client.disconnect();
process.stdout.write(JSON.stringify(told));
