import { DEMO_PASSWORD, people } from "#db/seed/cast.ts";

export interface Sent {
  /** 0 when the connection was refused or cut. */
  status: number;
  ms: number;
  location: string | null;
  headers: Headers;
  text: string;
}

type Form = Record<string, string> | URLSearchParams | FormData;

/** A browser's part of the talk, without the browser: cookies and the header its own forms carry. */
export class Visitor {
  #cookie = "";

  constructor(
    readonly port: number,
    readonly patienceMs = 20_000,
  ) {}

  get = (path: string, headers: Record<string, string> = {}) => this.#send(path, { headers });

  post(path: string, form: Form, headers: Record<string, string> = {}): Promise<Sent> {
    const body = form instanceof FormData || form instanceof URLSearchParams ? form : new URLSearchParams(form);
    return this.#send(path, { method: "POST", body, headers: { Origin: `http://localhost:${this.port}`, ...headers } });
  }

  /** With these headers and no others of a browser's: as no page of the site posts. */
  postAs(path: string, form: Record<string, string>, headers: Record<string, string>): Promise<Sent> {
    return this.#send(path, { method: "POST", body: new URLSearchParams(form), headers });
  }

  async signIn(who: keyof typeof people): Promise<this> {
    const { status, headers } = await this.post("/sign-in", { email: people[who].email, password: DEMO_PASSWORD });
    if (status !== 302) throw new Error(`${who} could not sign in: ${status}`);
    this.#cookie = headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
    return this;
  }

  async #send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Sent> {
    const start = performance.now();
    try {
      const response = await fetch(`http://localhost:${this.port}${path}`, {
        ...init,
        redirect: "manual",
        headers: { ...init.headers, ...(this.#cookie && { Cookie: this.#cookie }) },
        signal: AbortSignal.timeout(this.patienceMs),
      });
      const text = await response.text();
      const { status, headers } = response;
      return { status, headers, text, location: headers.get("location"), ms: performance.now() - start };
    } catch {
      return { status: 0, headers: new Headers(), text: "", location: null, ms: performance.now() - start };
    }
  }
}
