import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Context, Person } from "#app/domain/context.ts";
import type { Relative } from "#app/domain/people/guardianships.server.ts";
import { currentPerson } from "./guards.server.ts";

/** The person as a student or a parent, whichever they are here; null for everyone else. After `requirePerson`. */
export async function asRelative(
  ctx: Context<Person>,
  args: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<Context<Relative> | null> {
  const person = await currentPerson(args);
  const { userId } = ctx.actor;
  if (person?.studentOf) return { ...ctx, actor: { kind: "student", userId, districtId: person.studentOf } };
  if (person?.parentOf) return { ...ctx, actor: { kind: "parent", userId, districtId: person.parentOf } };
  return null;
}
