// The broadcast loop of the ws package's own examples, with a set of sockets per room. usage: node node_ws.js PORT
const { WebSocketServer, WebSocket } = require("ws");

const server = new WebSocketServer({ host: "127.0.0.1", port: Number(process.argv[2]), backlog: 4096 });
const rooms = new Map();
let id = 0;

function members(name) {
  if (!rooms.has(name)) rooms.set(name, new Set());
  return rooms.get(name);
}

server.on("connection", (socket) => {
  let room;
  let user;
  socket.on("error", () => {});
  socket.on("message", (data) => {
    const message = JSON.parse(data);
    if (message.t === "join") {
      user = message.user;
      room = members(message.room);
      room.add(socket);
      socket.send(JSON.stringify({ t: "joined", room: message.room }));
    } else if (message.t === "msg") {
      const text = JSON.stringify({ t: "msg", room: message.room, user, id: ++id, body: message.body });
      for (const member of room) if (member.readyState === WebSocket.OPEN) member.send(text);
    }
  });
  socket.on("close", () => room?.delete(socket));
});
