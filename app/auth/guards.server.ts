import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { memberships } from "#db/schema/organizations.ts";
import { districtStaff } from "#db/schema/people.ts";
import type { Context, Coordinator, Partner } from "#app/domain/context.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { paths } from "#app/http/paths.ts";
import { sessionToken } from "./session-cookie.server.ts";
import { sessionUser, type SignedInUser } from "./sessions.server.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

export interface Person extends SignedInUser {
  /** The district this person works for, if any. */
  staffOf: { districtId: string; role: "coordinator" | "admin" } | null;
  organizationIds: string[];
}

/** One look-up a request, however many loaders of a page ask. */
const people = new WeakMap<RequestContext, Promise<Person | null>>();

export function currentPerson({ request, context }: Args): Promise<Person | null> {
  let person = people.get(context);
  if (!person) people.set(context, (person = readPerson(request, context)));
  return person;
}

async function readPerson(request: Request, context: RequestContext): Promise<Person | null> {
  const { db, now, demoAllowed, secureCookies: secure } = context;
  const token = sessionToken(request, { secure });
  const user = token && (await sessionUser(db, token, { now, demoAllowed }));
  if (!user) return null;
  const [[staff], member] = await Promise.all([
    db.select().from(districtStaff).where(eq(districtStaff.userId, user.id)),
    db.select().from(memberships).where(eq(memberships.userId, user.id)),
  ]);
  return {
    ...user,
    staffOf: staff ? { districtId: staff.districtId, role: staff.role } : null,
    organizationIds: member.map(({ organizationId }) => organizationId),
  };
}

/** Where a person's work is. */
export const homeOf = (person: Person) => (person.staffOf ? paths.coordinator.home() : paths.partner.home());

/** Signed in, or sent to sign in and back here. */
export async function requirePerson(args: Args): Promise<Person> {
  const person = await currentPerson(args);
  if (person) return person;
  const { pathname, search } = new URL(args.request.url);
  // A form that was posted cannot be shown again by following a link to it.
  throw redirect(paths.signIn(args.context.locale, args.request.method === "GET" ? pathname + search : undefined));
}

export async function requirePartner(args: Args): Promise<Context<Partner>> {
  const { id, organizationIds } = await requirePerson(args);
  if (organizationIds.length === 0) throw forbidden();
  return { db: args.context.db, now: args.context.now, actor: { kind: "partner", userId: id, organizationIds } };
}

export async function requireCoordinator(args: Args): Promise<Context<Coordinator>> {
  const { id, staffOf } = await requirePerson(args);
  if (!staffOf) throw forbidden();
  const actor = { kind: "coordinator", userId: id, districtId: staffOf.districtId } as const;
  return { db: args.context.db, now: args.context.now, actor };
}

const forbidden = () => new Response(null, { status: 403 });
