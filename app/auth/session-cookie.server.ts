import { LONGEST_SECONDS } from "./sessions.server.ts";

/** `__Host-` ties the cookie to this host over https; plain http (a browser without a secure localhost) cannot have it. */
const name = (secure: boolean) => (secure ? "__Host-session" : "session");

export function sessionCookie(token: string, { secure }: { secure: boolean }) {
  const age = token ? LONGEST_SECONDS : 0;
  return `${name(secure)}=${token}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

export function sessionToken(request: Request, { secure }: { secure: boolean }): string | null {
  const cookies = request.headers.get("Cookie")?.split(/;\s*/) ?? [];
  const prefix = `${name(secure)}=`;
  return cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length) || null;
}
