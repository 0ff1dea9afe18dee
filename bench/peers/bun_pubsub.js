// The pub/sub of Bun's own server, as its documentation shows it. usage: bun bun_pubsub.js PORT
let id = 0;

const server = Bun.serve({
  hostname: "127.0.0.1",
  port: Number(process.argv[2]),
  fetch: (request, server) =>
    server.upgrade(request, { data: { user: "" } }) ? undefined : new Response("a WebSocket is expected", { status: 400 }),
  websocket: {
    message(socket, text) {
      const message = JSON.parse(text);
      if (message.t === "join") {
        socket.data.user = message.user;
        socket.subscribe(message.room);
        socket.send(JSON.stringify({ t: "joined", room: message.room }));
      } else if (message.t === "msg") {
        const { room, body } = message;
        server.publish(room, JSON.stringify({ t: "msg", room, user: socket.data.user, id: ++id, body }));
      }
    },
  },
});
