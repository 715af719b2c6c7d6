import { hostCookie } from "./host-cookie.server.ts";
import { LONGEST_SECONDS } from "./sessions.server.ts";

const cookie = hostCookie("session", LONGEST_SECONDS);

export const sessionCookie = cookie.written;
export const sessionToken = cookie.read;
