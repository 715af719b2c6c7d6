import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { scheduleEdition, unscheduleEdition } from "#app/domain/editions/drafting.server.ts";
import { versionRead } from "#app/domain/listings/curation.ts";
import { readForm } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Schedule = z.object({
  version: versionRead,
  /** Left out: it is to be published by a person. */
  publishOn: z.iso.date().optional(),
  idempotencyKey: z.uuid(),
});

/** Sets the day it is published by itself, or takes that back; the edition's page says what came of it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const editionId = idParam(args.params, "editionId");
  const form = await readForm(args, Schedule);
  const back = (answer: string, day?: string) => redirect(paths.coordinator.editions.one(editionId, answer, day));
  if (!form.ok) return back("no_day");
  const { publishOn, ...change } = form.value;
  const outcome = publishOn
    ? await scheduleEdition(ctx, { ...change, editionId, publishOn })
    : await unscheduleEdition(ctx, { ...change, editionId });
  if (outcome.ok) return back(publishOn ? "scheduled" : "unscheduled");
  if (outcome.refusal === "not_found") throw notFound();
  return back(outcome.refusal, publishOn);
}
