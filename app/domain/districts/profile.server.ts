import { done, refused, type Admin, type Context, type Outcome } from "../context.ts";
import { measureColor } from "./color.ts";
import type { DistrictLabel } from "./labels.ts";
import { changeSettings, type Saved, type SettingsForm } from "./settings.server.ts";

/** How a district introduces itself: on its pages, in its mails. */
export interface DistrictProfile {
  name: string;
  contactEmail: string;
  /** `#rrggbb`; null: ours. */
  color: string | null;
}

export type ProfileRefusal = "changed_since_read" | "contrast_too_low";

export function saveProfile(
  ctx: Context<Admin>,
  { version, idempotencyKey, ...profile }: DistrictProfile & SettingsForm,
): Promise<Outcome<Saved, ProfileRefusal>> {
  return changeSettings<"contrast_too_low">(ctx, "profile", { version, idempotencyKey }, () =>
    Promise.resolve(
      profile.color && !measureColor(profile.color).passes
        ? refused("contrast_too_low" as const)
        : done({ columns: profile }),
    ),
  );
}

/** The labels it offers to coordinators; a listing keeps those it has. */
export const saveLabels = (
  ctx: Context<Admin>,
  { labels, ...form }: SettingsForm & { labels: DistrictLabel[] },
): Promise<Outcome<Saved, "changed_since_read">> =>
  changeSettings(ctx, "labels", form, () => Promise.resolve(done({ columns: { labels } })));
