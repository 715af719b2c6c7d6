/**
 * S16: nonsense in every field of every form, signed in as those who may send it, in every parameter of the public
 * pages and in every id of an address. Nothing answers 5xx, nothing takes five seconds, the process lives.
 */
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { districts, organizations } from "#db/seed/cast.ts";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { Checks } from "./checks.ts";
import { Visitor, type Sent } from "./signed-in.ts";

const AT_ONCE = 6;
/** Stands for the version a form was shown with. */
const SHOWN = "shown";
const STEPS = {
  basics: ["title", "summary", "kind", "language"],
  what: ["description", "tasks", "skills", "subClusters", "places"],
  when: ["schedule", "days", "startTime", "endTime", "hoursPerWeek", "startsOn", "endsOn", "closesOn"],
  where: ["setting", "street", "city", "state", "zip", "transport", "busStop", "transportDetail", "access"],
  who: [
    "ageMin",
    "ageMax",
    "gradeMin",
    "gradeMax",
    "languages",
    "requirements",
    "pay",
    "payDetail",
    "earnsCredit",
    "serviceHours",
    "cost",
    "costDetail",
    "clearance",
  ],
  asking: ["howToAsk", "contactName", "contactEmail", "contactPhone"],
};
const CURATION = ["pathwayIds", "labels", "subClusters", "schoolIds"];
const PARAMETERS = {
  "/riverbend/opportunities": [
    ...["q", "where", "within", "kind", "cluster", "pathway", "grade", "pay", "when", "setting", "transport"],
    ...["sort", "page", "show"],
  ],
  "/es/lakeshore/matches": ["a", "cluster", "pathway", "grade", "where", "within", "when", "show"],
  "/riverbend/interests": ["a", "page", "where"],
  "/sign-in": ["next"],
};

interface Form {
  path: string;
  by: "partner" | "coordinator" | "nobody";
  fields: Record<string, string>;
  draftId?: string | undefined;
}
interface Asked {
  what: string;
  ask: () => Promise<Sent>;
}

const checks = new Checks();
const site = await startBuiltSite({ cwd: process.env.SITE_DIR, env: { LOG_LEVEL: "error" } });
try {
  const { db } = site.connection;
  const nobody = new Visitor(site.port);
  const partner = await new Visitor(site.port).signIn("tomas");
  const coordinator = await new Visitor(site.port).signIn("dana");
  const by = { nobody, partner, coordinator };

  const titles = Object.keys(STEPS).map((step) => ({
    organizationId: organizations.bluestem.id,
    title: `Fuzz ${step}`,
  }));
  const drafts = await db.insert(opportunities).values(titles).returning();
  const [sent] = await db
    .select()
    .from(listings)
    .where(sql`${listings.state} = 'submitted' and ${listings.districtId} = ${districts.riverbend.id}`);
  const [shown] = await db
    .select()
    .from(listings)
    .where(sql`${listings.state} = 'published' and ${listings.districtId} = ${districts.riverbend.id}`);
  const upload = new FormData();
  const fields = { idempotencyKey: randomUUID(), source: "Fuzz", mode: "review" };
  for (const [name, value] of Object.entries(fields)) upload.append(name, value);
  upload.append("file", new File(["id,title,organization\n1,Baker,Bakery\n"], "fuzz.csv"));
  const importPath = (await coordinator.post("/coordinator/imports/new", upload)).location ?? "";

  const forms = formsOf({ draftIds: drafts.map(({ id }) => id), sentId: sent!.id, shownId: shown!.id, importPath });
  const lanes = [
    ...forms.map((form) => variantsOf(form).map((body) => post(form, body))),
    ...Object.entries(PARAMETERS).map(([path, names]) => names.flatMap((name) => questions(path, name))),
    NAUGHTY_STRINGS.flatMap((text) => addresses(text)),
    NAUGHTY_STRINGS.map(file),
  ];
  const answers = await inTurns(lanes);
  const failed = answers.filter(({ status }) => status >= 500);
  const hung = answers.filter(({ status, ms }) => status === 0 || ms > 5_000);
  for (const { what, status, ms } of [...failed, ...hung].slice(0, 40))
    console.log(`  ${status} ${ms.toFixed(0)} ms ${what}`);
  const of = (kind: number) => answers.filter(({ status }) => Math.trunc(status / 100) === kind).length;
  checks.that(answers.length >= 3_000, `${answers.length} requests: ${of(2)} × 2xx, ${of(3)} × 3xx, ${of(4)} × 4xx`);
  checks.that(of(3) > 100 && of(4) > 100, "some were taken and some refused");
  checks.that(failed.length === 0, `${failed.length} × 5xx`);
  checks.that(hung.length === 0, `${hung.length} cut off or longer than five seconds`);
  checks.that(site.process.exitCode === null, "the process lives");
  checks.that(!site.output().includes('"level":50'), "nothing was logged as an error");
  const edits = await Promise.all(drafts.map(({ id }) => db.$count(events, eq(events.subjectId, id))));
  checks.that(
    edits.every((times) => times > 10),
    `drafts were really edited: ${edits.join(", ")} times`,
  );
  const pages = [
    `/partner/opportunities/${drafts[0]!.id}`,
    `/coordinator/review/${shown!.id}`,
    "/coordinator",
    importPath,
  ];
  for (const path of pages) {
    const { status } = await (path.startsWith("/partner") ? partner : coordinator).get(path);
    checks.that(status === 200, `afterwards ${path} is still a page: ${status}`);
  }

  function post({ path, by: who, draftId }: Form, body: URLSearchParams): Asked {
    const ask = async () => {
      // A save is taken only from the version that stands.
      if (draftId && body.get("version") === SHOWN) {
        const [row] = await db.select().from(opportunities).where(eq(opportunities.id, draftId));
        body.set("version", String(row?.version));
      }
      return by[who].post(path, body);
    };
    return { what: `${path} ${body.toString().slice(0, 160)}`, ask };
  }
  function questions(path: string, name: string): Asked[] {
    return NAUGHTY_STRINGS.map((text) => {
      const address = `${path}?${new URLSearchParams([
        [name, text.slice(0, 2_000)],
        [name, "again"],
      ]).toString()}`;
      return { what: address.slice(0, 160), ask: () => nobody.get(address) };
    });
  }
  function addresses(text: string): Asked[] {
    const id = encodeURIComponent(Buffer.from(text.slice(0, 500)).toString());
    const of = (prefix: string, who: Visitor, rest = ""): Asked => ({
      what: `${prefix}${id}${rest}`.slice(0, 160),
      ask: () => who.get(`${prefix}${id}${rest}`),
    });
    return [
      of("/riverbend/opportunities/", nobody),
      of("/", nobody),
      of("/es/", nobody, "/opportunities"),
      of("/partner/opportunities/", partner),
      of("/partner/opportunities/", partner, "/edit"),
      of(`/partner/opportunities/${drafts[0]!.id}/edit?step=`, partner),
      of("/partner/listings/", partner, "/closure"),
      of("/coordinator/review/", coordinator),
      of("/coordinator/review?decided=", coordinator),
      of("/coordinator/review?show=closing&page=", coordinator),
      of("/coordinator/imports/", coordinator),
      of("/coordinator/imports/", coordinator, "/problems"),
      of(`${importPath}?page=`, coordinator),
    ];
  }
  function file(text: string): Asked {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...fields, idempotencyKey: randomUUID() })) body.append(name, value);
    body.append(
      "file",
      new File([`id,title,organization,${text}\n1,${text},Bakery,"${text}"\n`], `${text.slice(0, 300)}.csv`),
    );
    return { what: `a file of ${text.slice(0, 40)}`, ask: () => coordinator.post("/coordinator/imports/new", body) };
  }
} finally {
  await site.stop();
}
checks.report("S16");

function formsOf(ids: Record<"sentId" | "shownId" | "importPath", string> & { draftIds: string[] }): Form[] {
  const review = `/coordinator/review/${ids.sentId}`;
  const shown = `/coordinator/review/${ids.shownId}`;
  const blank = (names: string[]) => Object.fromEntries(names.map((name) => [name, ""]));
  const organizationId = organizations.bluestem.id;
  const edits = Object.entries(STEPS).map(([step, names], i): Form => {
    const path = `/partner/opportunities/${ids.draftIds[i]}/edit?step=${step}`;
    const fields = { ...blank(names), title: "To be fuzzed", version: SHOWN, then: "next" };
    return { path, by: "partner", draftId: ids.draftIds[i], fields };
  });
  return [
    ...edits,
    {
      path: "/partner/opportunities/new",
      by: "partner",
      fields: { ...blank(STEPS.basics), title: "Fuzz", organizationId },
    },
    { path: `/partner/opportunities/${ids.draftIds[0]}/offers`, by: "partner", fields: { districtIds: "" } },
    {
      path: `${review}/approval`,
      by: "coordinator",
      fields: { version: "0", publishOn: "", note: "", ...blank(CURATION) },
    },
    { path: `${review}/change-request`, by: "coordinator", fields: { version: "0", note: "x" } },
    { path: `${review}/decline`, by: "coordinator", fields: { version: "0", reasonCode: "other", note: "" } },
    { path: `${shown}/curation`, by: "coordinator", fields: { version: "1", ...blank(CURATION) } },
    { path: `${shown}/suspension`, by: "coordinator", fields: { note: "x" } },
    { path: `${shown}/restoration`, by: "coordinator", fields: {} },
    { path: `${shown}/closure`, by: "coordinator", fields: { reason: "" } },
    {
      path: ids.importPath,
      by: "coordinator",
      fields: { source: "Fuzz", mode: "review", defaultKind: "PaidInternship", dateOrder: "", title: "title" },
    },
    { path: "/account/language", by: "nobody", fields: { language: "en", next: "/" } },
    { path: "/sign-in", by: "nobody", fields: { email: "", password: "", next: "/" } },
  ];
}

/** The form with one field at a time made nonsense, missing, repeated, or named as what it is not. */
function variantsOf({ fields }: Form): URLSearchParams[] {
  const sound = () => new URLSearchParams({ ...fields, idempotencyKey: randomUUID() });
  return [...Object.keys(fields), "idempotencyKey"].flatMap((name) => {
    const changed = (change: (body: URLSearchParams) => void) => {
      const body = sound();
      change(body);
      return body;
    };
    return [
      ...NAUGHTY_STRINGS.map((text) => changed((body) => body.set(name, text))),
      changed((body) => body.delete(name)),
      changed((body) => Array.from({ length: 60 }, (_, i) => body.append(name, String(i)))),
      ...[`${name}[]`, `${name}[0]`, `${name}[9999]`, `${name}.x`, `${name}[__proto__]`, `__proto__.${name}`].map(
        (other) => changed((body) => body.append(other, "x")),
      ),
    ];
  });
}

/** One lane's requests come one after the other, several lanes at once. */
async function inTurns(lanes: Asked[][]) {
  const answers: (Sent & { what: string })[] = [];
  const waiting = [...lanes];
  const drive = async () => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift())
      for (const { ask, what } of lane) answers.push({ ...(await ask()), what });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, drive));
  return answers;
}
