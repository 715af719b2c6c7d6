import type { IncomingMessage } from "node:http";

/**
 * The IP address a request came from. Each of our `proxies` adds the address it saw to the end of `X-Forwarded-For`;
 * what stands before those is the sender's own word and worth nothing.
 */
export function readersAddress(incoming: Pick<IncomingMessage, "headers" | "socket">, proxies: number): string {
  const socket = incoming.socket.remoteAddress ?? "";
  if (proxies === 0) return plain(socket);
  const said = [incoming.headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  const seen = [...said.map((address) => address.trim()).filter(Boolean), socket];
  return plain(seen.at(-1 - proxies) ?? seen[0] ?? socket);
}

/** An IPv4 address that came by an IPv6 socket is that IPv4 address. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
