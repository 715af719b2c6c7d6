import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { pino } from "pino";
import { beginSession } from "#app/auth/sessions.server.ts";
import { sessionCookie } from "#app/auth/session-cookie.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { createSearch } from "#app/search/create-search.server.ts";
import type { Database } from "#db/database.ts";
import { TEST_NOW } from "./clock.ts";
import { testKeys } from "./keys.ts";

interface Asked {
  /** Address with its query; the language prefix is `locale`'s business. */
  url?: string;
  params?: Record<string, string>;
  /** Posted when given. */
  form?: Record<string, string | string[]> | FormData;
  /** Who asks: a user's id; nobody when left out. */
  as?: string;
  context?: Partial<RequestContext>;
}

/** What the server hands a loader or an action, against a test's own database. */
export async function ask(db: Database, { url = "/", params = {}, form, as, context }: Asked = {}) {
  const headers = new Headers();
  if (as) {
    const token = await beginSession(db, {
      userId: as,
      now: TEST_NOW,
      device: "",
      method: "password",
      secondFactorAt: null,
    });
    headers.set("Cookie", sessionCookie(token, { secure: false }).split(";")[0]!);
  }
  const request = new Request(new URL(url, "http://localhost:3000"), {
    headers,
    ...(form ? { method: "POST", body: form instanceof FormData ? form : encoded(form) } : {}),
  });
  const log = pino({ level: "silent" });
  const full: AppLoadContext = {
    db,
    search: createSearch({ db, env: {}, log }),
    now: TEST_NOW,
    locale: "en",
    nonce: "test",
    requestId: "test",
    log,
    keys: testKeys,
    origin: "http://localhost:3000",
    address: "192.0.2.1",
    outbox: true,
    issuers: [],
    webhookSecret: null,
    secureCookies: false,
    demoAllowed: true,
    ...context,
  };
  return { request, params, context: full } satisfies LoaderFunctionArgs & ActionFunctionArgs;
}

function encoded(form: Record<string, string | string[]>) {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) body.append(name, value);
  return body;
}

/** What a loader or an action threw, which must be a Response: a redirect, a 403, a 404. */
export async function thrownBy(work: Promise<unknown>): Promise<Response> {
  const thrown = await work.then(
    () => new Error("nothing was thrown"),
    (reason: unknown) => reason,
  );
  if (thrown instanceof Response) return thrown;
  throw thrown;
}

/** What a form that was not accepted answered: the status, what is wrong by field, and what was typed. */
export async function answerOf(work: Promise<unknown>) {
  const answer = (await work) as {
    data: { lastResult: { error?: Record<string, string[]>; initialValue?: Record<string, unknown> } };
    init: { status: number };
  };
  const { error, initialValue } = answer.data.lastResult;
  return { status: answer.init.status, error, initialValue };
}
