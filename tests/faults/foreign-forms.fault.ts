/**
 * S3: every route of the policy that takes a form, posted as no page of ours does: from another site, from another host
 * of the same site, from nowhere, with headers that are no origin, and with neither header. Each is refused with 403
 * before anything is read, and no row is changed. A machine's routes prove themselves by a signature or a token.
 */
import { randomUUID } from "node:crypto";
import { POLICY } from "#app/auth/policy.ts";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { everything } from "../security/every-table.ts";
import { Checks } from "./checks.ts";
import { Visitor } from "./signed-in.ts";

/** What no browser's form of ours sends. */
const foreign = (port: number): Record<string, Record<string, string>> => ({
  "another site": { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" },
  "another site, by an old browser": { Origin: "https://evil.example" },
  "another host of the same site": { Origin: `http://other.localhost:${port}`, "Sec-Fetch-Site": "same-site" },
  "another port": { Origin: `http://localhost:${port + 1}`, "Sec-Fetch-Site": "same-site" },
  "an origin that only begins like ours": { Origin: `http://localhost:${port}.evil.example` },
  "nowhere (a sandboxed frame)": { Origin: "null", "Sec-Fetch-Site": "cross-site" },
  "nowhere, by an old browser": { Origin: "null" },
  "no origin at all": { Origin: "", "Sec-Fetch-Site": "" },
  "a malformed origin": { Origin: "http://", "Sec-Fetch-Site": "same-origin" },
  "two origins": { Origin: `http://localhost:${port}, https://evil.example`, "Sec-Fetch-Site": "same-origin" },
  "headers that disagree": { Origin: `http://localhost:${port}`, "Sec-Fetch-Site": "cross-site" },
  "a made-up site": { Origin: `http://localhost:${port}`, "Sec-Fetch-Site": "ours" },
});

const address = (route: string) =>
  `/${route
    .replace(/\._index$/, "")
    .split(".")
    .map((part) => (part.startsWith("$") ? randomUUID() : part.replace(/_$/, "")))
    .join("/")}`;

const checks = new Checks();
const site = await startBuiltSite({ cwd: process.env.SITE_DIR, env: { LOG_LEVEL: "error", WORKER: "off" } });
try {
  const { db } = site.connection;
  const routes = Object.entries(POLICY).filter(([, { action }]) => action);
  const machines = routes.filter(([, { action }]) => action === "machine").map(([route]) => route);
  const forms = routes.filter(([, { action }]) => action !== "machine").map(([route]) => route);
  console.log(`  machines' own: ${machines.join(", ") || "none"}`);
  const people = await Promise.all(
    (["ines", "tomas", "leo", "joan"] as const).map((who) => new Visitor(site.port).signIn(who)),
  );
  const visitors = [new Visitor(site.port), ...people];
  const before = await everything(db);
  let tried = 0;
  for (const [what, headers] of Object.entries(foreign(site.port))) {
    const wrong: { path: string; status: number }[] = [];
    // A route at a time: more connections at once than a busy machine takes would say nothing of the answer.
    for (const route of forms) {
      const answers = visitors.flatMap((visitor) =>
        [address(route), `${address(route)}.data`].map(async (path) => {
          tried++;
          const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
          const form = {
            idempotencyKey: randomUUID(),
            language: "es",
            next: "/",
            email: "x@example.org",
            password: "x",
          };
          const { status } = await visitor.postAs(path, form, sent);
          return { path, status };
        }),
      );
      wrong.push(...(await Promise.all(answers)).filter(({ status }) => status !== 403));
    }
    for (const { path, status } of wrong.slice(0, 5)) console.log(`    ${status} ${path}`);
    checks.that(wrong.length === 0, `${what}: ${forms.length} routes × ${visitors.length} visitors refused`);
  }
  console.log(`  ${tried} forms posted`);
  checks.that((await everything(db)) === before, "no row was changed");
  checks.that(forms.length > 10, `${forms.length} routes take forms`);
} finally {
  await site.stop();
}
checks.report("S3");
