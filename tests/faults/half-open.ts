import net from "node:net";

/** How a port behaves that takes questions and answers none. */
export type Manner = "stalls" | "never reads" | "trickles" | "hangs up";

/** A port of ours where an engine should be; counts the searches it reads. */
export async function startHalfOpen(manner: Manner) {
  const seen = { searches: 0, manner };
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    if (seen.manner === "never reads") return void socket.pause();
    socket.on("data", (chunk) => {
      if (!chunk.includes("/multi-search")) return;
      seen.searches++;
      if (seen.manner === "hangs up") socket.destroy();
      if (seen.manner === "trickles") trickle(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    seen,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An answer that is always about to come: its head at once, then a blank of it every 200 ms. */
function trickle(socket: net.Socket) {
  socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n");
  const timer = setInterval(() => socket.write(" "), 200);
  socket.on("close", () => clearInterval(timer));
}
