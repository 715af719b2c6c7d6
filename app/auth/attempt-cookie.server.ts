import { hostCookie } from "./host-cookie.server.ts";

const cookie = hostCookie("attempt", 10 * 60);

/** The browser's proof that it began to sign in. */
export const attemptCookie = cookie.written;
export const attemptToken = cookie.read;
