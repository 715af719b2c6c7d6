/** The origin of a web site as an admin types it: its name, its address, or that of one of its pages. */
export type OriginProblem = "not_an_address" | "not_https" | "wildcard";
export type ReadOrigin = { ok: true; origin: string } | { ok: false; problem: OriginProblem };

const NAME = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/;
const LOCAL = /^(localhost|127\.0\.0\.1)$/;
const LONGEST = 2_000;

/**
 * One spelling of each, and nothing that could be read as more than one site where it is listed. `localToo`: sites of
 * this machine, which have no https.
 */
export function readOrigin(typed: string, { localToo = false } = {}): ReadOrigin {
  const text = typed.trim();
  if (text.includes("*")) return { ok: false, problem: "wildcard" };
  const url = parse(text);
  if (!url) return { ok: false, problem: "not_an_address" };
  const isLocal = localToo && LOCAL.test(url.hostname);
  if (url.protocol === "http:" && !isLocal) return { ok: false, problem: "not_https" };
  const isPlain = (isLocal || NAME.test(url.hostname)) && url.username === "" && url.password === "";
  return isPlain ? { ok: true, origin: url.origin } : { ok: false, problem: "not_an_address" };
}

function parse(text: string): URL | null {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text.length > LONGEST || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === "https:" || url.protocol === "http:" ? url : null;
}
