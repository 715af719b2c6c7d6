import { done, type Admin, type Context, type Outcome } from "../context.ts";
import { changeSettings, type Saved, type SettingsForm } from "./settings.server.ts";

/** What the district says to its readers, and who answers them; null: nothing. */
export interface DistrictFront {
  welcome: string | null;
  welcomeEs: string | null;
  contactOffice: string | null;
  contactPhone: string | null;
  contactAddress: string | null;
}

export const saveFront = (
  ctx: Context<Admin>,
  { version, idempotencyKey, ...front }: DistrictFront & SettingsForm,
): Promise<Outcome<Saved, "changed_since_read">> =>
  changeSettings(ctx, "front", { version, idempotencyKey }, () => Promise.resolve(done({ columns: front })));
