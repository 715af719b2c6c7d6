import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePerson } from "#app/auth/guards.server.ts";
import { exportEverything } from "#app/domain/people/everything-about.server.ts";

/** Everything about a person as a file; a post, since that it left is logged. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const file = { exportedAt: ctx.now, tables: await exportEverything(ctx) };
  return new Response(JSON.stringify(file, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="everything-about-me.json"',
      "Cache-Control": "no-store",
    },
  });
}
