import { findWaitingWork } from "#app/domain/districts/waiting-work.server.ts";
import type { About } from "../about.server.ts";
import type { SummedUpWeek } from "../coordinator-week-summed-up.tsx";
import { worksFor } from "./standing.server.ts";

/** Null when nothing waits any longer. As of when it was promised: trying again later says the same. */
export async function readWeek(about: About): Promise<SummedUpWeek | null> {
  const { db, mail, district } = about;
  if (!district || !mail.userId || !(await worksFor(about, district.id))) return null;
  const actor = { kind: "coordinator", userId: mail.userId, districtId: district.id } as const;
  const work = await findWaitingWork({ db, now: mail.createdAt, actor });
  return work && { district: district.name, work };
}
