/**
 * Settings: what an admin decides for the whole district. A change names the version of the settings that was read, so
 * that of two tabs the later one is told; the log holds which settings changed, never to what.
 */
import { eq, sql } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { done, refused, type Admin, type Context, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import type { District } from "./districts.server.ts";
import { bumpListVersion } from "./list-version.server.ts";

export type SettingsTopic =
  | "profile"
  | "review"
  | "accounts"
  | "schools"
  | "pathways"
  | "labels"
  | "calendar"
  | "kinds"
  | "words"
  | "matching"
  | "embedding"
  | "front";

export interface SettingsForm {
  /** `districts.version` the form was shown with. */
  version: number;
  idempotencyKey: string;
}

type Columns = Partial<typeof districts.$inferInsert>;

export interface SettingsChange {
  /** Columns of the district to replace; what is as it was is no change. */
  columns?: Columns;
  /** What changed in the topic's own rows, in codes. */
  fields?: string[];
  /** The school, pathway or break that it is about. */
  aboutId?: string;
}

/** What readers of the list never see. */
const FOR_STAFF: ReadonlySet<string> = new Set([
  "reviewPolicy",
  "freshnessDays",
  "hideAfterReports",
  "familySignUp",
  "secondFactorGraceDays",
  "quietFrom",
  "quietUntil",
] satisfies (keyof Columns)[]);

export type Saved = { version: number };

/** Does `change` on the locked district and writes what it answers; a change of nothing leaves everything as it is. */
export function changeSettings<R extends string = never>(
  ctx: Context<Admin>,
  topic: SettingsTopic,
  { version, idempotencyKey }: SettingsForm,
  change: (ctx: Context<Admin>, district: District) => Promise<Outcome<SettingsChange, R>>,
): Promise<Outcome<Saved, R | "changed_since_read">> {
  type Refusal = R | "changed_since_read";
  return once<Admin, Saved, Refusal>(ctx, `change-${topic}`, idempotencyKey, async (ctx) => {
    const [district] = await ctx.db
      .select()
      .from(districts)
      .where(eq(districts.id, ctx.actor.districtId))
      .for("update");
    if (!district) throw new Error(`no district ${ctx.actor.districtId}`);
    if (district.version !== version) return refused<Refusal>("changed_since_read");
    const outcome = await change(ctx, district);
    if (!outcome.ok) return outcome;
    const { columns = {}, fields: own = [], aboutId } = outcome.value;
    const fields = [...own, ...changedFields<Columns>(district, columns)];
    if (fields.length === 0) return done({ version });
    await ctx.db
      .update(districts)
      .set({ ...columns, version: sql`${districts.version} + 1` })
      .where(eq(districts.id, district.id));
    await recordEvent(ctx, "district.settings_changed", { id: district.id, detail: { topic, fields, aboutId } });
    if (fields.some((field) => !FOR_STAFF.has(field))) await bumpListVersion(ctx.db, district.id);
    return done({ version: version + 1 });
  });
}

/** Names of what differs between a row as it was and as it is to be. */
export const changedFields = <Row extends object>(before: Row, after: Partial<Row>): string[] =>
  Object.entries(after)
    .filter(([name, value]) => inOrder(before[name as keyof Row]) !== inOrder(value))
    .map(([name]) => name);

/** Postgres keeps the names of an object in an order of its own. */
const inOrder = (value: unknown) =>
  JSON.stringify(value, (_name, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

/** The admin's district as its settings are read. */
export async function ownDistrict(ctx: Context<Admin>): Promise<District> {
  const [district] = await ctx.db.select().from(districts).where(eq(districts.id, ctx.actor.districtId));
  if (!district) throw new Error(`no district ${ctx.actor.districtId}`);
  return district;
}
