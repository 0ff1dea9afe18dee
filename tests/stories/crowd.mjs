// A crowd in one process: clients of the JavaScript SDK that come and go in one room while some of them write. Its
// order comes as one line of JSON; when all have the whole log it says in one line what each of them saw.
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

import { Centrifuge } from "centrifuge";
import { Centrifuge as BinaryCentrifuge } from "centrifuge/build/protobuf";

import { endpoint, network } from "./lines.mjs";

const { origin, room, people, writers, seconds, every, seed } = JSON.parse(process.argv[2]);

/** The same chances for the same seed (mulberry32). */
let state = seed;
function chance() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** What applications say is JSON in both encodings; in protobuf the SDK hands over its bytes. */
const JSON_SDK = { Sdk: Centrifuge, write: (said) => said, read: (heard) => heard };
const BINARY_SDK = {
  Sdk: BinaryCentrifuge,
  write: (said) => new TextEncoder().encode(JSON.stringify(said)),
  read: (heard) => JSON.parse(new TextDecoder().decode(heard)),
};

let churning = true;
let top = 0;
const faults = [];
const acknowledged = new Map();

class Client {
  position = 0;
  subscribed = 0;
  texts = new Map();
  digest = createHash("sha256");

  constructor({ cookie, way }, name) {
    const [transport, encoding] = way.split(" ");
    this.name = `${name} over ${way}`;
    this.encoding = encoding ? BINARY_SDK : JSON_SDK;
    const { lines, options } = network(cookie);
    this.lines = lines;
    this.client = new this.encoding.Sdk([endpoint(origin, transport)], {
      ...options,
      emulationEndpoint: `${origin}/emulation`,
      minReconnectDelay: 50,
      maxReconnectDelay: 1000,
      timeout: 15000,
      ...(encoding ? { protocol: encoding } : {}),
    });
    this.client.on("disconnected", ({ code }) => code === 0 || faults.push(`${this.name} was stopped with ${code}`));
    const subscription = this.client.newSubscription(`room:${room}`, { since: { offset: 0, epoch: "" } });
    subscription.on("publication", ({ offset, data }) => offset && this.take(offset, this.encoding.read(data)));
    subscription.on("subscribed", ({ recovered }) => {
      this.subscribed += 1;
      if (!recovered) faults.push(`${this.name} lost its place at ${this.position}`);
    });
    subscription.subscribe();
  }

  take(offset, data) {
    if (offset !== this.position + 1) faults.push(`${this.name} got ${offset} after ${this.position}`);
    this.position = offset;
    this.digest.update(`${offset} ${JSON.stringify(data)}\n`);
    if (data.kind === "message_posted") this.texts.set(offset, data.body.text);
  }

  async comeAndGo() {
    await pause(chance() * 1000);
    while (churning) {
      this.client.connect();
      await Promise.race([pause(500 + chance() * 4000), over]);
      if (!churning) break;
      if (chance() < 0.5) this.lines.cut();
      else this.client.disconnect();
      await pause(chance() * 1000);
    }
    this.client.connect();
  }

  async write() {
    for (let number = 0; churning; number += 1) {
      const text = `${this.name}: ${number}`;
      const command = { room, command_id: `${this.name}-${number}`.replaceAll(" ", "-"), text };
      const { offset } = await this.say(command);
      acknowledged.set(offset, text);
      top = Math.max(top, offset);
      await pause(every * 1000 * (0.5 + chance()));
    }
  }

  /** Again and again under its id, as the line may be cut at any time. */
  async say(command) {
    for (;;) {
      const reply = await this.client.rpc("room.post", this.encoding.write(command)).catch(() => undefined);
      const answer = reply && this.encoding.read(reply.data);
      if (answer?.offset) return answer;
      if (answer?.refused) faults.push(`${this.name} was refused: ${answer.refused.code}`);
      await pause(50);
    }
  }
}

async function until(condition) {
  while (!condition()) await pause(20);
}

const crowd = people.map((person, index) => new Client(person, index));
for (const one of crowd) one.client.connect();
await until(() => crowd.every((one) => one.subscribed > 0));
const over = pause(seconds * 1000).then(() => {
  churning = false;
});
const work = [...crowd.map((one) => one.comeAndGo()), ...crowd.slice(0, writers).map((one) => one.write())];
await Promise.all(work);
await until(() => faults.length > 0 || crowd.every((one) => one.position >= top));
for (const one of crowd) {
  for (const [offset, text] of acknowledged) {
    if (one.texts.get(offset) !== text) faults.push(`${one.name} lacks what was acknowledged as ${offset}`);
  }
}
const seen = {
  faults: faults.slice(0, 20),
  top,
  written: acknowledged.size,
  logs: [...new Set(crowd.map((one) => one.digest.digest("hex")))],
  positions: [...new Set(crowd.map((one) => one.position))],
  returns: crowd.reduce((sum, one) => sum + one.subscribed - 1, 0),
};
process.stdout.write(`${JSON.stringify(seen)}\n`, () => process.exit(0));
