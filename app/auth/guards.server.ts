/**
 * Who is asking, and whether they may. Every route that is not open to all begins with the guard that `policy.ts` names
 * for it: it answers with the context its verbs act in, or throws the redirect or refusal.
 */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import type {
  Actor,
  Admin,
  Context,
  Coordinator,
  Operator,
  Parent,
  Partner,
  Person,
  Student,
} from "#app/domain/context.ts";
import { recordRefusal } from "#app/domain/events/refusals.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { paths } from "#app/http/paths.ts";
import type { Audience } from "./policy.ts";
import { rolesOf, type Roles } from "./roles.server.ts";
import { secondFactorMissing } from "./second-factor-demand.server.ts";
import { sessionToken } from "./session-cookie.server.ts";
import { sessionUser, type SignedInUser } from "./sessions.server.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

export type SignedInPerson = SignedInUser & Roles;
type HomeOf = Roles & Pick<SignedInUser, "locale">;

/** One look-up a request, however many loaders of a page ask. */
const people = new WeakMap<RequestContext, Promise<SignedInPerson | null>>();

export function currentPerson({ request, context }: Args): Promise<SignedInPerson | null> {
  let person = people.get(context);
  if (!person) people.set(context, (person = readPerson(request, context)));
  return person;
}

async function readPerson(request: Request, context: RequestContext): Promise<SignedInPerson | null> {
  const { db, now, demoAllowed, secureCookies: secure } = context;
  const token = sessionToken(request, { secure });
  const user = token && (await sessionUser(db, token, { now, demoAllowed }));
  return user ? { ...user, ...(await rolesOf(db, user.id)) } : null;
}

/** Where a person's work is; of families their account; who has no role yet is led on to their organization. */
export function homeOf({ staffOf, organizationIds, isOperator, studentOf, parentOf, locale }: HomeOf): string {
  if (staffOf) return paths.coordinator.home();
  if (organizationIds.length > 0) return paths.partner.home();
  if (isOperator) return paths.operator.home();
  return studentOf || parentOf ? paths.account.home() : paths.join.organization(locale);
}

/** Signed in, or sent to sign in and back here. */
async function signedIn(args: Args): Promise<SignedInPerson> {
  const person = await currentPerson(args);
  if (person) return person;
  // A form that was posted would be lost on the way: the server answers it with a page that keeps what was typed.
  if (args.request.method !== "GET") throw new Response(null, { status: 401 });
  const { pathname, search } = new URL(args.request.url);
  throw redirect(paths.signIn(args.context.locale, pathname + search));
}

const contextOf = <A extends Actor>({ context: { db, now } }: Args, actor: A): Context<A> => ({ db, now, actor });

/** Anyone who is signed in, for their own account. */
export async function requirePerson(args: Args): Promise<Context<Person>> {
  const { id } = await signedIn(args);
  return contextOf(args, { kind: "person", userId: id });
}

export async function requirePartner(args: Args): Promise<Context<Partner>> {
  const { id, organizationIds } = await signedIn(args);
  if (organizationIds.length === 0) throw await forbidden(args, id, "partner");
  return contextOf(args, { kind: "partner", userId: id, organizationIds });
}

/** A coordinator of the district, or its admin. */
export async function requireCoordinator(args: Args): Promise<Context<Coordinator>> {
  const { id, staffOf } = await signedIn(args);
  if (!staffOf) throw await forbidden(args, id, "coordinator");
  await demandSecondFactor(args);
  return contextOf(args, { kind: "coordinator", userId: id, districtId: staffOf.districtId });
}

export async function requireAdmin(args: Args): Promise<Context<Admin>> {
  const { id, staffOf } = await signedIn(args);
  if (staffOf?.role !== "admin") throw await forbidden(args, id, "admin");
  await demandSecondFactor(args);
  return contextOf(args, { kind: "admin", userId: id, districtId: staffOf.districtId });
}

export async function requireStudent(args: Args): Promise<Context<Student>> {
  const { id, studentOf } = await signedIn(args);
  if (!studentOf) throw await forbidden(args, id, "student");
  return contextOf(args, { kind: "student", userId: id, districtId: studentOf });
}

export async function requireParent(args: Args): Promise<Context<Parent>> {
  const { id, parentOf } = await signedIn(args);
  if (!parentOf) throw await forbidden(args, id, "parent");
  return contextOf(args, { kind: "parent", userId: id, districtId: parentOf });
}

export async function requireOperator(args: Args): Promise<Context<Operator>> {
  const { id, isOperator } = await signedIn(args);
  if (!isOperator) throw await forbidden(args, id, "operator");
  await demandSecondFactor(args);
  return contextOf(args, { kind: "operator", userId: id });
}

/** Who works with others' records has a second factor by now, or is sent to add one; their account stays open. */
async function demandSecondFactor(args: Args): Promise<void> {
  const missingFrom = await secondFactorDue(args);
  if (missingFrom && missingFrom <= args.context.now) throw redirect(paths.account.security());
}

const dues = new WeakMap<RequestContext, Promise<Date | null>>();

/** When the person must have a second factor at the latest, who has none; looked up once a request. */
export function secondFactorDue(args: Args): Promise<Date | null> {
  let due = dues.get(args.context);
  if (!due) dues.set(args.context, (due = readDue(args)));
  return due;
}

async function readDue(args: Args): Promise<Date | null> {
  const person = await currentPerson(args);
  return person && secondFactorMissing(args.context.db, person);
}

/** Signed in, and not who this is for: the log says so. */
async function forbidden(args: Args, userId: string, rule: Exclude<Audience, "anyone" | "machine" | "person">) {
  await recordRefusal(contextOf(args, { kind: "person", userId }), "access.refused", userId, rule);
  return new Response(null, { status: 403 });
}
