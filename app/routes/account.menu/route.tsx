import type { LoaderFunctionArgs } from "@remix-run/node";
import { currentPerson, homeOf } from "#app/auth/guards.server.ts";
import { savedSlugs } from "#app/domain/saved/listings.server.ts";

/** What a public page, which is the same for everyone, fills in about its reader: `{ name, home, saved }` or null. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context;
  const person = await currentPerson(args);
  const district = new URL(args.request.url).searchParams.get("district") ?? "";
  const saved = person && (await savedSlugs({ db, now, actor: { kind: "person", userId: person.id } }, district));
  return Response.json(person && { name: person.name, home: homeOf(person), saved }, {
    headers: { "Cache-Control": "no-store" },
  });
}
