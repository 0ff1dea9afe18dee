// npm install centrifuge ws
// node talk.mjs http://127.0.0.1:8000 luka@example.org atelje-demo p4 "Dobro veče!"
import { Centrifuge } from "centrifuge";
import WebSocket from "ws";

const [origin, email, password, room, text] = process.argv.slice(2);
const headers = { "Content-Type": "application/json" };
const login = await fetch(`${origin}/api/v1/login`, { method: "POST", headers, body: JSON.stringify({ email, password }) });
headers.Cookie = login.headers.getSetCookie()[0].split(";")[0];
const api = async (method, path) => (await fetch(`${origin}/api/v1/${path}`, { method, headers })).json();

const getToken = async () => (await api("POST", "connection-token")).token;
const live = new Centrifuge(`${origin.replace("http", "ws")}/connection/websocket`, { getToken, websocket: WebSocket });
const talk = live.newSubscription(`room:${room}`, { getState: () => api("GET", `rooms/${room}`) });
talk.on("publication", ({ offset, data }) => offset && console.log(offset, data.kind, data.body?.text ?? ""));
talk.subscribe();
live.connect();
const { data } = await live.rpc("room.post", { room, command_id: crypto.randomUUID(), text });
console.log(data.refused?.title ?? `stored for good as entry ${data.offset}`);
