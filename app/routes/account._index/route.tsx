import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { homeOf, requirePerson } from "#app/auth/guards.server.ts";

/** Where a person lands after signing in: their own desk. */
export async function loader(args: LoaderFunctionArgs) {
  return redirect(homeOf(await requirePerson(args)));
}
