import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import { endAllOthers, endOther } from "#app/auth/own-sessions.server.ts";
import { readForm } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Ending = z.object({ session: z.guid().optional() });

/** One session of one's own by name, or all others. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const form = await readForm(args, Ending);
  if (!form.ok) throw notFound();
  const { session } = form.value;
  if (session && !(await endOther(ctx, session)).ok) throw notFound();
  const person = await currentPerson(args);
  if (!session && person) await endAllOthers(ctx, person.session.id);
  return redirect(`${paths.account.sessions()}?ended`);
}
