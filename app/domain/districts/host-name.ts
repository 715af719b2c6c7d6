/** A name of the web as an operator types it. */
export type HostProblem = "not_a_host" | "an_address" | "a_port" | "an_ip_address";
export type ReadHost = { ok: true; host: string } | { ok: false; problem: HostProblem };

const LONGEST = 253;
const LONGEST_LABEL = 63;

/** In the one spelling browsers send it in: lower case, punycode, no port. */
export function readHost(typed: string): ReadHost {
  const text = typed.trim();
  if (/[/\\?#@]/.test(text)) return { ok: false, problem: "an_address" };
  if (text.startsWith("[") || text.indexOf(":") !== text.lastIndexOf(":"))
    return { ok: false, problem: "an_ip_address" };
  if (text.includes(":")) return { ok: false, problem: "a_port" };
  // What the parser of addresses would decode or leave out.
  if (/[\s%\p{Cc}]/u.test(text) || !URL.canParse(`https://${text}`)) return { ok: false, problem: "not_a_host" };
  const { hostname } = new URL(`https://${text}`);
  if (/^[\d.]+$/.test(hostname)) return { ok: false, problem: "an_ip_address" };
  return isPublicName(hostname) ? { ok: true, host: hostname } : { ok: false, problem: "not_a_host" };
}

function isPublicName(name: string): boolean {
  const labels = name.split(".");
  const isLabel = (label: string) =>
    label.length <= LONGEST_LABEL && /^[a-z0-9-]+$/.test(label) && !label.startsWith("-") && !label.endsWith("-");
  return name.length <= LONGEST && labels.length > 1 && labels.every(isLabel) && labels.at(-1) !== "localhost";
}

/** Where pages under a host begin: by the scheme and the port of the site's own origin. */
export function originAt(host: string, siteOrigin: string): string {
  const { protocol, port } = new URL(siteOrigin);
  return `${protocol}//${host}${port && `:${port}`}`;
}
