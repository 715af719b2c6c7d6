import net from "node:net";

/** How a port behaves where an engine should be; "answers": that nothing is found. */
export type Manner = "answers" | "stalls" | "never reads" | "trickles" | "hangs up";

const FOUND = JSON.stringify({ results: [{ indexUid: "listings", hits: [], totalHits: 0 }] });
const NOTHING = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${FOUND.length}\r\n\r\n${FOUND}`;

/** A port of ours where an engine should be; counts the searches it reads. */
export async function startHalfOpen() {
  const seen: { searches: number; manner: Manner } = { searches: 0, manner: "answers" };
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    if (seen.manner === "never reads") return void socket.pause();
    socket.on("data", (chunk) => {
      if (!chunk.includes("/multi-search")) return;
      seen.searches++;
      if (seen.manner === "answers") socket.write(NOTHING);
      if (seen.manner === "hangs up") socket.destroy();
      if (seen.manner === "trickles") trickle(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    seen,
    /** From now on, on new connections. */
    become(manner: Manner) {
      seen.manner = manner;
      seen.searches = 0;
      for (const socket of sockets) socket.destroy();
    },
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
