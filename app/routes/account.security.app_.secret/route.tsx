import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { beginApp } from "#app/auth/authenticator-app.server.ts";
import { requirePerson } from "#app/auth/guards.server.ts";
import { paths } from "#app/http/paths.ts";

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  await beginApp(ctx, args.context.keys);
  return redirect(paths.account.app());
}
