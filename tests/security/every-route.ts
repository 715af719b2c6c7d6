import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { POLICY, type Audience } from "#app/auth/policy.ts";
import type { Database } from "#db/database.ts";
import { PNG } from "#tests/support/pictures.ts";
import { ask } from "#tests/support/request.ts";
import { csvOf } from "#tests/support/imports.ts";
import { makerOf, ROLES, type Party, type Role, type State } from "./parties.ts";

type Entry = "loader" | "action";
type Module = Partial<Record<Entry, (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown>>;

const modules = import.meta.glob<Module>("../../app/routes/*/route.{ts,tsx}", { eager: true });

export interface Door {
  /** The route's folder. */
  route: string;
  /** What it begins with: partner, coordinator, account… */
  desk: string;
  entry: Entry;
  audience: Audience;
  /** What its address names. */
  params: string[];
  open: NonNullable<Module[Entry]>;
}

/** Every loader and action, with whom the policy lets in. */
export const DOORS: Door[] = Object.entries(modules).flatMap(([path, module]) => {
  const route = path.split("/").at(-2) ?? "";
  // A trailing underscore keeps a route out of another's frame; it is no part of a name.
  const params = [...route.matchAll(/\$(\w+?)_?(?=\.|$)/g)].map(([, name]) => name ?? "");
  return (["loader", "action"] as const).flatMap((entry) => {
    const open = module[entry];
    const audience = POLICY[route]?.[entry];
    return open && audience ? [{ route, desk: route.split(".")[0] ?? "", entry, audience, params, open }] : [];
  });
});

export const nameOf = ({ entry, route }: Door) => `${entry} of ${route}`;
export const GUARDED = DOORS.filter(({ audience }) => audience !== "anyone" && audience !== "machine");
export const OPEN = DOORS.filter(({ audience }) => audience === "anyone");

/** Whom an audience lets in, the first of them the one it is meant for. */
export function admitted(audience: Audience): Role[] {
  if (audience === "coordinator") return ["coordinator", "admin"];
  return audience === "person" ? ["student", ...ROLES.filter((role) => role !== "student")] : [audience as Role];
}

/** Who of the party comes to this door; undefined: nobody of it. */
export const visitorOf = ({ audience }: Door, party: Party): string | undefined =>
  admitted(audience)
    .map((role) => party.people[role])
    .find((id) => id !== undefined);

export type Params = Record<string, string>;

const made = new WeakMap<Database, Map<string, Promise<string>>>();

/**
 * What the door's address names, all of it the party's; null: nobody of the party comes here. What was made for an
 * earlier door is used again, unless it is to be changed: then `fresh`.
 */
export async function givenParams(
  db: Database,
  door: Door,
  party: Party,
  state: State,
  { fresh = false }: { fresh?: boolean } = {},
): Promise<Params | null> {
  const owner = visitorOf(door, party);
  const known = made.get(db) ?? new Map<string, Promise<string>>();
  made.set(db, known);
  const params: Params = {};
  for (const name of door.params) {
    const make = makerOf(door.desk, name);
    if (!make || !owner) return null;
    const key = `${door.desk} ${name} ${party.name} ${owner} ${state}`;
    const thing = (!fresh && known.get(key)) || make({ db, party, owner, state });
    if (!fresh) known.set(key, thing);
    params[name] = await thing;
  }
  return params;
}

export const paramsOf = (door: Door, value: string | (() => string)): Params =>
  Object.fromEntries(door.params.map((name) => [name, typeof value === "string" ? value : value()]));

export type Form = Record<string, string | string[]>;

/** One form that every action finds what it needs in; each drops what is another's. */
export const fullForm = (party: Party): Form => ({
  idempotencyKey: randomUUID(),
  version: "1",
  title: "Sent to every door",
  organizationId: party.organizationId,
  districtIds: [party.district.id],
  reason: "filled",
  reasonCode: "duplicate",
  note: "Because of the test.",
  labels: "Sent",
  source: "List",
  mode: "review",
  defaultKind: "PaidInternship",
  organization: "organization",
  choice: "retry",
  outcome: "sent",
  reference: "x",
  decision: "approved",
  declineReason: "duplicate",
  inForceUntil: "2027-06-01",
  partnershipId: randomUUID(),
  name: "Sent to every door",
  clientId: randomUUID(),
  on: "no",
  isDone: "yes",
  isRemoved: "yes",
  isRetired: "yes",
  by: "up",
  documentKind: "insurance",
  noteKind: "call",
  text: "Because of the test.",
  happenedOn: "2027-02-01",
  alt: "Sent to every door",
});

export interface Answered {
  status: number;
  text: string;
}

interface Knock {
  as?: string | undefined;
  params?: Params | null | undefined;
  form?: Form | undefined;
}

/** What a door says; anything thrown that is no answer is thrown on, as the 500 it would be. */
export async function knock(db: Database, door: Door, { as, params, form }: Knock): Promise<Answered> {
  const args = await ask(db, {
    url: `/${door.route.replaceAll(/_?\./g, "/")}`,
    params: params ?? {},
    ...(as !== undefined && { as }),
    ...(door.entry === "action" && { form: withFile(door, form ?? {}) }),
  });
  try {
    return await read(await door.open(args));
  } catch (thrown) {
    if (thrown instanceof Response) return read(thrown);
    throw thrown;
  }
}

/** As a browser sends it, with files that the actions take which ask for one. */
function withFile({ route }: Door, form: Form): FormData {
  const body = new FormData();
  for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) body.append(name, value);
  const list = new File([csvOf("1,Baker,Bakery,2027-05-01,61201")], "list.csv");
  const paper = new File(["%PDF-1.7 startxref 9 %%EOF"], "paper.pdf");
  body.append("file", route.endsWith(".documents") ? paper : list);
  body.append("picture", new File([new Uint8Array(PNG)], "picture.png"));
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
