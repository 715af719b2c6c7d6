import type { LoaderFunctionArgs } from "@remix-run/node";
import { currentPerson, homeOf } from "#app/auth/guards.server.ts";

/** What a public page, which is the same for everyone, fills in about its reader: `{ name, home }` or null. */
export async function loader(args: LoaderFunctionArgs) {
  const person = await currentPerson(args);
  return Response.json(person && { name: person.name, home: homeOf(person) }, {
    headers: { "Cache-Control": "no-store" },
  });
}
