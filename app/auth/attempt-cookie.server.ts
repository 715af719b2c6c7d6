const MINUTES = 10;
const name = (secure: boolean) => (secure ? "__Host-attempt" : "attempt");

/** The browser's proof that it began to sign in; an empty token takes it back. */
export function attemptCookie(token: string, { secure }: { secure: boolean }) {
  const age = token ? MINUTES * 60 : 0;
  return `${name(secure)}=${token}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

export function attemptToken(request: Request, { secure }: { secure: boolean }): string | null {
  const cookies = request.headers.get("Cookie")?.split(/;\s*/) ?? [];
  const prefix = `${name(secure)}=`;
  return cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length) || null;
}
