import { data } from "@remix-run/node";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "#db/database.ts";
import { rateLimits } from "#db/schema/sign-in.ts";
import { translator } from "#app/i18n/translator.ts";
import { refusedForm } from "./forms.server.ts";
import type { RequestContext } from "./load-context.ts";
import { RATE_LIMITS, type RateLimited } from "./rate-limits.ts";

type Rate = { tries: number; seconds: number };
type Counting = Pick<RequestContext, "db" | "keys" | "address">;

/**
 * Counts one more try, for all processes. Answers how many seconds to wait when it is one too many, else null. `account`
 * is whom it is tried on, an e-mail address or an id; only a keyed digest of it is stored.
 */
export async function countTry(context: Counting, what: RateLimited, account?: string): Promise<number | null> {
  const rates: { account?: Rate; address?: Rate } = RATE_LIMITS[what];
  const waits = [
    rates.account && account !== undefined && (await count(context, rates.account, accountKey(context, what, account))),
    rates.address && (await count(context, rates.address, addressKey(context, what))),
  ];
  const longest = Math.max(...waits.map((wait) => wait || 0));
  return longest > 0 ? longest : null;
}

/** A request that was counted, for whoever tells programs how many more they may send. */
export interface Counted extends Rate {
  left: number;
  /** Seconds until all may be sent again. */
  resetsIn: number;
  /** Seconds to wait, when this was one too many. */
  wait: number | null;
}

/** Counts one more request from the address, for all processes. */
export async function countRequest(context: Counting, what: "api"): Promise<Counted> {
  const rate: Rate = RATE_LIMITS[what].address;
  const outcome = await limiter(context.db, rate)
    .consume(addressKey(context, what))
    .then((counted) => ({ counted, isOver: false }))
    .catch((refusal: unknown) => {
      if (refusal instanceof RateLimiterRes) return { counted: refusal, isOver: true };
      throw refusal;
    });
  const resetsIn = Math.max(1, Math.ceil(outcome.counted.msBeforeNext / 1000));
  return { ...rate, left: outcome.counted.remainingPoints, resetsIn, wait: outcome.isOver ? resetsIn : null };
}

/**
 * Takes a try back that turned out to be the right one: whoever knows the password is not guessing it, and a whole school
 * may sign in from one address at the first bell. What others tried on the account before is forgotten with it, as NIST
 * SP 800-63B (3.2.2, rate limiting) has it.
 */
export async function forgetTries(context: Counting, what: RateLimited, account: string): Promise<void> {
  const rates: { account?: Rate; address?: Rate } = RATE_LIMITS[what];
  if (rates.account) await limiter(context.db, rates.account).delete(accountKey(context, what, account));
  if (rates.address) await limiter(context.db, rates.address).reward(addressKey(context, what));
}

/** For a form that has no page of its own: a page that says to wait. */
export function waitAWhile(seconds: number): Response {
  return new Response(null, { status: 429, headers: { "Retry-After": String(seconds) } });
}

/** The form again with what was typed, 429, saying when to try again. */
export function tooManyTries(
  { locale }: Pick<RequestContext, "locale">,
  typed: Record<string, string>,
  seconds: number,
) {
  const minutes = Math.ceil(seconds / 60);
  const lastResult = refusedForm(typed, translator(locale)("account:form.too_many_tries", { count: minutes }));
  return data({ lastResult }, { status: 429, headers: { "Retry-After": String(seconds) } });
}

const accountKey = ({ keys }: Counting, what: RateLimited, account: string) =>
  keys.digest("rate-limit", `${what} account ${account.toLowerCase()}`);

const addressKey = ({ keys, address }: Counting, what: RateLimited) =>
  keys.digest("rate-limit", `${what} address ${network(address)}`);

async function count({ db }: Counting, rate: Rate, key: string): Promise<number | null> {
  try {
    await limiter(db, rate).consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

const limiters = new WeakMap<Database, Map<string, RateLimiterDrizzle>>();

function limiter(db: Database, { tries: points, seconds: duration }: Rate): RateLimiterDrizzle {
  let known = limiters.get(db);
  if (!known) limiters.set(db, (known = new Map()));
  const name = `${points}/${duration}`;
  let found = known.get(name);
  if (!found) {
    found = new RateLimiterDrizzle({
      ...{ storeClient: db, schema: rateLimits, points, duration, keyPrefix: "" },
      // The clean-up job does it, with everything else that is over.
      clearExpiredByTimeout: false,
    });
    known.set(name, found);
  }
  return found;
}

/** A household or a school has an IPv6 /64 to itself, and may use any address of it. */
export function network(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().split("%")[0]!.split("::");
  const groups = head ? head.split(":") : [];
  const rest = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const whole = [...groups, ...Array<string>(zeros).fill("0"), ...rest];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
