import type { SubmissionResult } from "@conform-to/react";
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { Context, Partner } from "#app/domain/context.ts";
import { stepSchema, type DraftContent } from "#app/domain/opportunities/content.ts";
import { getOpportunity, saveDraft, type OwnOpportunity } from "#app/domain/opportunities/drafting.server.ts";
import { LONGEST_SKILL, MOST_SKILLS } from "#app/domain/opportunities/limits.ts";
import { tidyLine } from "#app/domain/opportunities/plain-text.ts";
import { isStep, STEPS, type Step } from "#app/domain/opportunities/steps.ts";
import { findSite } from "#app/domain/organizations/sites.server.ts";
import { placeOfSite } from "#app/domain/organizations/site-place.ts";
import { readForm } from "./forms.server.ts";
import { notFound } from "./id-param.ts";

const WHOLE_FORM = {
  /** The last button pressed: one of the steps, or away. */
  then: z.enum(["next", "leave", "site", "suggest", ...STEPS]).default("next"),
  /** Of the organization, whose address is to be the place. */
  siteId: z.guid().optional(),
  /** Skills suggested from the text that are kept, beside those typed. */
  keptSkills: z.array(z.string().overwrite(tidyLine).max(LONGEST_SKILL)).max(MOST_SKILLS).default([]),
  version: z.number().int().min(1).max(2_000_000_000),
  idempotencyKey: z.uuid(),
};

export function askedStep(request: Request): Step {
  const step = new URL(request.url).searchParams.get("step");
  if (step === null) return STEPS[0];
  if (!isStep(step)) throw notFound();
  return step;
}

export type Then = "next" | "leave" | "site" | "suggest" | Step;
export type StepSave =
  | { state: "saved"; version: number; then: Then }
  | { state: "unsound"; lastResult: SubmissionResult<string[]> }
  /** Saved by somebody else since the form was shown; nothing was overwritten. */
  | { state: "elsewhere"; stored: OwnOpportunity; changes: Partial<DraftContent> };

/** Keeps one step's form, whether its button or the browser by itself sent it. */
export async function saveStep(
  args: ActionFunctionArgs,
  ctx: Context<Partner>,
  { opportunityId, step }: { opportunityId: string; step: Step },
): Promise<StepSave> {
  const opportunity = await getOpportunity(ctx, opportunityId);
  if (!opportunity) throw notFound();
  const form = await readForm(args, stepSchema(step, WHOLE_FORM));
  if (!form.ok) return { state: "unsound", lastResult: form.lastResult };
  const { version, then, siteId, keptSkills, idempotencyKey, ...typed } = form.value;
  const site = then === "site" && siteId ? await findSite(ctx, opportunity.organizationId, siteId) : null;
  const skills = "skills" in typed && [...new Set([...typed.skills, ...keptSkills])].slice(0, MOST_SKILLS);
  const changes = { ...typed, ...(site && placeOfSite(site)), ...(skills && { skills }) };
  const outcome = await saveDraft(ctx, { opportunityId, version, changes, idempotencyKey });
  if (outcome.ok) return { state: "saved", version: outcome.value.version, then };
  const stored = await getOpportunity(ctx, opportunityId);
  if (outcome.refusal === "not_found" || !stored) throw notFound();
  return { state: "elsewhere", stored, changes };
}
