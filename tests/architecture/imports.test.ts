import { describe, expect, test } from "vitest";
import { parse, sources, type Import, type Source } from "./source-tree.ts";

const isServerFile = (file: string) => /\.server(\.tsx?)?$/.test(file);
const under =
  (...folders: string[]) =>
  (each: Import) =>
    folders.some((folder) => each.target.startsWith(folder));
const packages =
  (...names: string[]) =>
  (each: Import) =>
    !each.isOwn && names.includes(each.target);
const isNode = (each: Import) => each.target.startsWith("node:");
const isPureDomain = (each: Import) => under("app/domain/")(each) && !isServerFile(each.target);

/** The first rule whose `holds` is true says what a file may import as a value; types vanish and are free. */
interface Rule {
  name: string;
  holds: (source: Source) => boolean;
  may: ((each: Import, source: Source) => boolean)[];
}

const RULES: Rule[] = [
  {
    name: "the pure domain: zod and the pure domain",
    holds: ({ path, isServer }) => path.startsWith("app/domain/") && !isServer,
    may: [packages("zod"), isPureDomain],
  },
  {
    name: "the domain's server side: drizzle, the schema, the domain, the queue's enqueue",
    holds: ({ path }) => path.startsWith("app/domain/"),
    may: [
      packages("zod", "drizzle-orm", "csv-parse", "rrule"),
      isNode,
      under("app/domain/", "db/schema/", "db/database.ts", "app/jobs/enqueue.server.ts", "app/jobs/job-payloads.ts"),
    ],
  },
  {
    name: "a route: its own folder, domain, ui, http, auth, search, publishing, i18n, mails",
    holds: ({ path }) => path.startsWith("app/routes/"),
    may: [
      packages("react", "@remix-run/react", "@remix-run/node", "@conform-to/react", "zod"),
      under("app/domain/", "app/ui/", "app/http/", "app/auth/", "app/search/", "app/i18n/", "app/enhance/"),
      under("app/publishing/"),
      (each) => under("emails/")(each) && isServerFile(each.target),
      (each, { path }) => each.target === "diff" && isServerFile(path),
      (each, { path }) => each.target.startsWith(`${path.split("/").slice(0, 3).join("/")}/`),
    ],
  },
  {
    name: "ui: React, ui, the pure domain, addresses, i18n; never a .server file",
    holds: ({ path }) => path.startsWith("app/ui/"),
    may: [
      packages("react", "@remix-run/react", "@conform-to/react"),
      (each) =>
        (under("app/ui/", "app/http/", "app/i18n/", "app/search/")(each) || isPureDomain(each)) &&
        !isServerFile(each.target),
    ],
  },
  {
    name: "db: itself and packages, never the app",
    holds: ({ path }) => path.startsWith("db/"),
    may: [(each) => !each.isOwn, under("db/")],
  },
  {
    name: "jobs: the database, search, mail and domain, never a route or a page",
    holds: ({ path }) => path.startsWith("app/jobs/"),
    may: [(each) => !each.isOwn, (each) => !under("app/routes/", "app/ui/")(each)],
  },
  {
    name: "emails: their own folder, the domain, the schema, words, addresses and keys; never a page",
    holds: ({ path }) => path.startsWith("emails/"),
    may: [
      (each) => !each.isOwn,
      under("emails/", "app/domain/", "app/i18n/", "app/http/paths.ts", "app/auth/keys.server.ts", "db/schema/"),
      // What an edition's mail and its page say of it, they say alike.
      under("app/publishing/"),
    ],
  },
  {
    name: "publishing: a list in, a file out; packages, the pure domain, words and addresses, never the database or a page",
    holds: ({ path }) => path.startsWith("app/publishing/"),
    may: [
      (each) => !each.isOwn,
      (each) => under("app/publishing/", "app/i18n/", "app/http/paths.ts", "app/ui/")(each) || isPureDomain(each),
    ],
  },
  {
    name: "everything else in app: never a route",
    holds: ({ path }) => path.startsWith("app/"),
    may: [(each) => !each.isOwn, (each) => !under("app/routes/", "tests/")(each)],
  },
];

const product = sources.filter(({ isTest }) => !isTest);
const ruleOf = (source: Source) => RULES.find(({ holds }) => holds(source));

function offencesOf(source: Source): string[] {
  const rule = ruleOf(source);
  return source.imports
    .filter((each) => !each.typeOnly && !rule?.may.some((may) => may(each, source)))
    .map((each) => `${source.path} imports ${each.specifier}`);
}

describe("who may import what", () => {
  test.each(RULES)("$name", (rule) => {
    const offences = product.filter((source) => ruleOf(source) === rule).flatMap(offencesOf);
    expect(offences).toEqual([]);
  });

  test("every file of the app, the mails and the database stands under a rule", () => {
    expect(
      product.filter(({ path }) => /^(app|db)\//.test(path) && !RULES.some(({ holds }) => holds({ path } as Source))),
    ).toEqual([]);
    expect(product.length).toBeGreaterThan(100);
  });
});

test.each([
  ["app/domain/listings/x.ts", 'import { useState } from "react"'],
  ["app/domain/listings/x.ts", 'import { y } from "./y.server.ts"'],
  ["app/domain/listings/x.ts", 'import { listings } from "#db/schema/listings.ts"'],
  ["app/domain/listings/x.server.ts", 'import { connect } from "#db/client.server.ts"'],
  ["app/domain/listings/x.server.ts", 'import { paths } from "#app/http/paths.ts"'],
  ["app/routes/a/route.tsx", 'import { B } from "../b/part.tsx"'],
  ["app/routes/a/route.tsx", 'const b = await import("#db/schema/listings.ts")'],
  ["app/routes/a/route.tsx", "const b = await import(`#db/schema/listings.ts`)"],
  ["app/routes/a/route.tsx", 'const b = require("postgres")'],
  ["app/routes/a/route.tsx", 'import { eq } from "drizzle-orm"'],
  ["app/domain/listings/x.server.ts", 'import { redirect } from "@remix-run/node"'],
  ["app/ui/x.tsx", 'export { y } from "#app/http/forms.server.ts"'],
  ["db/x.ts", 'import { y } from "#app/domain/context.ts"'],
  ["emails/x.tsx", 'import { Button } from "#app/ui/button.tsx"'],
])("the check sees that %s may not %s", (path, text) => {
  expect(offencesOf(parse(path, text))).toHaveLength(1);
});

test("the check lets types through, which vanish", () => {
  const text = 'import type { A } from "#db/schema/listings.ts"; import { type B } from "./y.server.ts"';
  expect(offencesOf(parse("app/domain/listings/x.ts", text))).toEqual([]);
});

test("no file needs itself by way of others", () => {
  const needs = new Map(
    product.map(({ path, imports }) => [
      path,
      imports.filter(({ isOwn, typeOnly }) => isOwn && !typeOnly).map(({ target }) => target),
    ]),
  );
  expect(cyclesOf(needs)).toEqual([]);
  expect(
    cyclesOf(
      new Map([
        ["a", ["b"]],
        ["b", ["c", "d"]],
        ["d", ["a"]],
      ]),
    ),
  ).toEqual(["a > b > d > a"]);
});

function cyclesOf(needs: ReadonlyMap<string, readonly string[]>): string[] {
  const cycles: string[] = [];
  const left = new Set<string>();
  const walk = (file: string, way: string[]) => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(" > "));
    else if (!left.has(file)) for (const next of needs.get(file) ?? []) walk(next, [...way, file]);
    left.add(file);
  };
  for (const file of needs.keys()) walk(file, []);
  return cycles;
}

/** A vendor's name stands in one folder, so that leaving the vendor is a change of one folder. */
const VENDORS: Record<string, string[]> = {
  lucia: ["app/auth/"],
  "@lucia-auth/adapter-drizzle": ["app/auth/"],
  "@node-rs/argon2": ["app/auth/"],
  meilisearch: ["app/search/"],
  postgres: ["db/"],
  "csv-parse": ["app/domain/imports/"],
  "csv-stringify": ["app/http/"],
  rrule: ["app/domain/opportunities/"],
  fflate: ["app/http/"],
  "graphile-worker": ["app/jobs/", "db/"],
  hono: ["app/server/"],
  "@hono/node-server": ["app/server/"],
  "@conform-to/zod": ["app/http/"],
  resend: ["emails/"],
  nodemailer: ["emails/"],
  "@react-email/html": ["emails/"],
  "@react-email/button": ["emails/"],
  "@react-email/body": ["emails/"],
  "@react-email/container": ["emails/"],
  "@react-email/head": ["emails/"],
  "@react-email/heading": ["emails/"],
  "@react-email/hr": ["emails/"],
  "@react-email/link": ["emails/"],
  "@react-email/preview": ["emails/"],
  "@react-email/section": ["emails/"],
  "@react-email/text": ["emails/"],
  "@react-email/render": ["emails/"],
  "@simplewebauthn/server": ["app/auth/"],
  otplib: ["app/auth/"],
  "openid-client": ["app/auth/"],
  "@zxcvbn-ts/language-common": ["app/auth/"],
  "rate-limiter-flexible": ["app/http/"],
  diff: ["app/routes/coordinator.review.$listingId/"],
  sharp: ["app/http/"],
  pdfkit: ["app/publishing/paper/"],
  fontkit: ["app/publishing/cards/"],
};

test.each(Object.entries(VENDORS))("%s is named in %j only", (vendor, folders) => {
  const named = product.filter(({ imports }) => imports.some(({ target, isOwn }) => !isOwn && target === vendor));
  expect(named.map(({ path }) => path).filter((path) => !folders.some((folder) => path.startsWith(folder)))).toEqual(
    [],
  );
});

/** Folders whose every file runs on the server, and files Remix or the process starts by name. */
const SERVER_BY_PLACE = /^app\/(server\/|jobs\/|routes\/|root\.tsx|routes\.ts)/;

test("what touches the database, the machine or a vendor says .server in its name", () => {
  const touches = (each: Import) =>
    !each.typeOnly &&
    (isNode(each) ||
      (each.isOwn ? each.target.startsWith("db/") : each.target === "drizzle-orm" || each.target in VENDORS));
  const unmarked = product.filter(
    ({ path, isServer, imports }) =>
      path.startsWith("app/") && !isServer && !SERVER_BY_PLACE.test(path) && imports.some(touches),
  );
  expect(unmarked.map(({ path }) => path)).toEqual([]);
});

test("the connection is opened by the server, the jobs and the command line, never by domain, routes or ui", () => {
  const openers = product.filter(({ imports }) =>
    imports.some(({ target, typeOnly }) => !typeOnly && target === "db/client.server.ts"),
  );
  expect(
    openers.map(({ path }) => path).filter((path) => /^app\/(domain|routes|ui|search|auth|http)\//.test(path)),
  ).toEqual([]);
});
