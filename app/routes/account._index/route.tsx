import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { currentPerson, homeOf, requirePerson } from "#app/auth/guards.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args);
  const person = await currentPerson(args);
  return redirect(person ? homeOf(person) : "/");
}
