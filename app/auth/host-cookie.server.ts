/** A cookie of this host alone, out of reach of scripts: its name, and how long a browser keeps it. */
export function hostCookie(called: string, seconds: number) {
  /** `__Host-` ties it to this host over https; plain http (a browser without a secure localhost) cannot have it. */
  const name = (secure: boolean) => (secure ? `__Host-${called}` : called);
  return {
    /** For a `Set-Cookie` header; an empty token takes the cookie back. */
    written(token: string, { secure }: { secure: boolean }): string {
      const age = token ? seconds : 0;
      return `${name(secure)}=${token}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
    },
    read(request: Request, { secure }: { secure: boolean }): string | null {
      const cookies = request.headers.get("Cookie")?.split(/;\s*/) ?? [];
      const prefix = `${name(secure)}=`;
      return cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length) || null;
    },
  };
}
