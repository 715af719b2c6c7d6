/** On Monday morning, where the district is, its coordinators hear what needs them; when nothing does, nothing is said. */
import { districts } from "#db/schema/districts.ts";
import type { Context, System } from "../context.ts";
import { recordOnce } from "../events/record-once.server.ts";
import { coordinatorsOf, tellCoordinators } from "../mail/recipients.server.ts";
import type { District } from "./districts.server.ts";
import { findWaitingWork } from "./waiting-work.server.ts";
import { localDate, startOfDay } from "./zone.ts";

const MONDAY = 1;
const MORNING_MS = 6 * 3_600_000;

/** How many districts were told; asking again on the same Monday tells none twice. */
export async function sumUpWeeks(ctx: Context<System>): Promise<number> {
  let told = 0;
  for (const district of await ctx.db.select().from(districts))
    if (isMondayMorning(ctx.now, district) && (await ctx.db.transaction((tx) => sumUp({ ...ctx, db: tx }, district))))
      told++;
  return told;
}

function isMondayMorning(now: Date, { timeZone }: District): boolean {
  const today = localDate(now, timeZone);
  if (new Date(`${today}T00:00:00Z`).getUTCDay() !== MONDAY) return false;
  return now.getTime() >= startOfDay(today, timeZone).getTime() + MORNING_MS;
}

async function sumUp(ctx: Context<System>, district: District): Promise<boolean> {
  const [first] = await coordinatorsOf(ctx, district.id);
  if (!first) return false;
  const actor = { kind: "coordinator", userId: first, districtId: district.id } as const;
  if (!(await findWaitingWork({ ...ctx, actor }))) return false;
  const subject = { id: district.id, districtId: district.id, detail: { week: localDate(ctx.now, district.timeZone) } };
  if (!(await recordOnce(ctx, "district.week_summed_up", subject))) return false;
  await tellCoordinators(ctx, district.id, "coordinator-week-summed-up", {});
  return true;
}
