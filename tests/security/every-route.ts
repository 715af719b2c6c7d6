import { randomUUID } from "node:crypto";
import { checkImport } from "#app/domain/imports/check-import.server.ts";
import type { Database } from "#db/database.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { ask } from "#tests/support/request.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { csvOf, givenFile } from "#tests/support/imports.ts";

type Entry = "loader" | "action";
type Module = Partial<Record<Entry, (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown>>;

const modules = import.meta.glob<Module>("../../app/routes/*/route.{ts,tsx}", { eager: true });

export interface Door {
  /** The route's folder. */
  route: string;
  entry: Entry;
  desk: "partner" | "coordinator";
  /** The id its address names, if it names one. */
  param: "opportunityId" | "listingId" | "importId" | null;
  open: NonNullable<Module[Entry]>;
}

/** Every loader and action behind a desk's door. */
export const DOORS: Door[] = Object.entries(modules).flatMap(([path, module]) => {
  const route = path.split("/").at(-2) ?? "";
  const desk = route.split(".")[0];
  if (desk !== "partner" && desk !== "coordinator") return [];
  const param = (/\$(opportunityId|listingId|importId)/.exec(route)?.[1] ?? null) as Door["param"];
  return (["loader", "action"] as const).flatMap((entry) => {
    const open = module[entry];
    return open ? [{ route, entry, desk, param, open }] : [];
  });
});

/** Two parties that share nothing: a district with its coordinator and a partner of that district alone. */
export const SIDES = {
  riverbend: {
    district: districts.riverbend,
    organization: organizations.college,
    partner: people.grace.id,
    coordinator: people.dana.id,
    marker: "Marker-of-Riverbend",
  },
  lakeshore: {
    district: districts.lakeshore,
    organization: organizations.harbor,
    partner: people.owen.id,
    coordinator: people.priya.id,
    marker: "Marker-of-Lakeshore",
  },
} as const;
export type Side = keyof typeof SIDES;

export type Things = Record<"opportunityId" | "listingId" | "importId", string>;
export const STATES = ["draft", "submitted", "published", "suspended"] as const;

/** What a side owns, its marker in every text. */
export async function givenThings(db: Database, side: Side, state: (typeof STATES)[number]): Promise<Things> {
  const { district, organization, coordinator, marker } = SIDES[side];
  const { opportunity, listing } = await givenListing(db, {
    opportunity: { organizationId: organization.id, title: `Welder ${marker}`, summary: `Weld at ${marker}` },
    listing: { districtId: district.id, state },
  });
  const bytes = csvOf(`1,Baker ${marker},Bakery ${marker},2027-05-01,61201`);
  const file = { ...givenFile(bytes, `List ${marker} ${randomUUID()}`), districtId: district.id };
  const ctx = asCoordinator(db, coordinator, district.id);
  const checked = await checkImport(ctx, { ...file, fileName: `${marker}.csv`, idempotencyKey: randomUUID() });
  if (!checked.ok) throw new Error(checked.refusal);
  return { opportunityId: opportunity.id, listingId: listing.id, importId: checked.value.importId };
}

/** One form that every action finds what it needs in; each drops what is another's. */
export const fullForm = (side: Side): Record<string, string | string[]> => ({
  idempotencyKey: randomUUID(),
  version: "1",
  title: "Sent to every door",
  organizationId: SIDES[side].organization.id,
  districtIds: [SIDES[side].district.id],
  reason: "filled",
  reasonCode: "duplicate",
  note: "Because of the test.",
  labels: "Sent",
  source: "List",
  mode: "review",
  defaultKind: "PaidInternship",
  organization: "organization",
});

export interface Answered {
  status: number;
  text: string;
}

interface Knock {
  as?: string | undefined;
  id?: string | undefined;
  form?: Record<string, string | string[]> | undefined;
}

/** What a door says; anything thrown that is no answer is thrown on, as the 500 it would be. */
export async function knock(db: Database, door: Door, { as, id, form }: Knock): Promise<Answered> {
  const params: Record<string, string> = door.param && id !== undefined ? { [door.param]: id } : {};
  const asked = {
    params,
    ...(as !== undefined && { as }),
    ...(door.entry === "action" && { form: withFile(form ?? {}) }),
  };
  const args = await ask(db, { url: `/${door.route.replaceAll(".", "/")}`, ...asked });
  try {
    return await read(await door.open(args));
  } catch (thrown) {
    if (thrown instanceof Response) return read(thrown);
    throw thrown;
  }
}

/** As a browser sends it, with a file for the one action that asks for it. */
function withFile(form: Record<string, string | string[]>): FormData {
  const body = new FormData();
  for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) body.append(name, value);
  body.append("file", new File([csvOf("1,Baker,Bakery,2027-05-01,61201")], "list.csv"));
  return body;
}

async function read(answer: unknown): Promise<Answered> {
  if (answer instanceof Response)
    return { status: answer.status, text: `${answer.headers.get("Location") ?? ""} ${await answer.text()}` };
  const { init, data } = (answer ?? {}) as { init?: { status?: number } | null; data?: unknown };
  return { status: init?.status ?? 200, text: JSON.stringify(data ?? answer) ?? "" };
}

/** Every page brings new keys for its forms, and says the id it was asked for. */
export const withoutIds = ({ status, text }: Answered): Answered => ({
  status,
  text: text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>"),
});
