/** What a district decides once for every listing and every account. */
import { done, type Admin, type Context, type Outcome } from "../context.ts";
import type { District } from "./districts.server.ts";
import { changeSettings, type Saved, type SettingsForm } from "./settings.server.ts";

export type ReviewPolicy = Pick<District, "reviewPolicy" | "freshnessDays" | "hideAfterReports">;
export type AccountPolicy = Pick<District, "familySignUp" | "secondFactorGraceDays" | "quietFrom" | "quietUntil">;

type PolicySaved = Promise<Outcome<Saved, "changed_since_read">>;

/** Who publishes, how long a listing stands unconfirmed, how many reports take it off the list. */
export const saveReviewPolicy = (
  ctx: Context<Admin>,
  { version, idempotencyKey, ...columns }: ReviewPolicy & SettingsForm,
): PolicySaved => changeSettings(ctx, "review", { version, idempotencyKey }, () => Promise.resolve(done({ columns })));

/** How families come in, when staff must have a second factor, when mail is quiet. */
export const saveAccountPolicy = (
  ctx: Context<Admin>,
  { version, idempotencyKey, ...columns }: AccountPolicy & SettingsForm,
): PolicySaved =>
  changeSettings(ctx, "accounts", { version, idempotencyKey }, () => Promise.resolve(done({ columns })));
