import type { ActionFunctionArgs } from "@remix-run/node";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { openDocument } from "#app/domain/organizations/documents.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { privateFile } from "#app/http/private-file.ts";

/** A partner's document, for the district's staff; a POST, since the log notes who opened it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const partnershipId = idParam(args.params, "partnershipId");
  const documentId = idParam(args.params, "documentId");
  const file = await openDocument(ctx, { partnershipId, documentId });
  if (!file) throw notFound();
  return privateFile(file);
}
