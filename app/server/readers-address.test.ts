import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { readersAddress } from "./readers-address.ts";

const asked = (socket: string, forwarded?: string) =>
  ({ socket: { remoteAddress: socket }, headers: { "x-forwarded-for": forwarded } }) as unknown as IncomingMessage;

it.each([
  ["nobody's word is taken without a proxy of ours", 0, "10.0.0.9", "203.0.113.7", "10.0.0.9"],
  ["one proxy saw the reader", 1, "10.0.0.9", "203.0.113.7", "203.0.113.7"],
  ["what the reader wrote before that is ignored", 1, "10.0.0.9", "127.0.0.1, 203.0.113.7", "203.0.113.7"],
  ["of two proxies the outer one saw the reader", 2, "10.0.0.9", "1.1.1.1, 203.0.113.7, 10.0.0.8", "203.0.113.7"],
  ["a request past the proxies is the socket's", 1, "10.0.0.9", undefined, "10.0.0.9"],
  ["IPv4 by an IPv6 socket is IPv4", 0, "::ffff:192.0.2.4", undefined, "192.0.2.4"],
])("%s", (_said, proxies, socket, forwarded, expected) => {
  expect(readersAddress(asked(socket, forwarded), proxies)).toBe(expected);
});
