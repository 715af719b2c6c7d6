import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { findDuplicates } from "#app/domain/organizations/duplicates.server.ts";
import { UNDO_DAYS } from "#app/domain/organizations/merge.ts";
import { listMerges } from "#app/domain/organizations/unmerging.server.ts";
import { paths } from "#app/http/paths.ts";
import { sayInstant } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { DuplicatePair } from "./duplicate-pair.tsx";
import { RecentMerges } from "./recent-merges.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const { locale } = args.context;
  const [pairs, merges, district] = await Promise.all([
    findDuplicates(ctx),
    listMerges(ctx),
    getDistrict(ctx.db, ctx.actor.districtId),
  ]);
  return {
    title: translator(locale)("vetting:duplicates.title"),
    pairs: pairs.map((pair) => ({ ...pair, idempotencyKey: crypto.randomUUID() })),
    merges: merges.map(({ mergedAt, ...merge }) => ({
      ...merge,
      mergedAt: sayInstant(mergedAt, locale, district?.timeZone ?? "UTC"),
      idempotencyKey: crypto.randomUUID(),
    })),
  };
}

const DONE = ["merged", "unmerged", "told_apart"] as const;
const PROBLEMS = ["already_undone", "merge_too_old", "in_the_way"] as const;

export default function Duplicates() {
  const { title, pairs, merges } = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const t = useT();
  const done = DONE.find((word) => word === asked.get("done"));
  const problem = PROBLEMS.find((word) => word === asked.get("problem"));
  return (
    <>
      <p className="mb-3">
        <Link to={paths.coordinator.partnerships()}>{t("joining:partnerships.back")}</Link>
      </p>
      <PageHeading title={title} lede={t("vetting:duplicates.lede")} />
      {done && <Notice tone="success" title={t(`vetting:duplicates.done.${done}`, { count: UNDO_DAYS })} live />}
      {problem && <Notice tone="warning" title={t(`vetting:refused.${problem}`)} live />}
      {/* The way back is where one is, not behind all that is left. */}
      {done === "merged" && <RecentMerges merges={merges} />}
      {pairs.length === 0 ? (
        <EmptyState title={t("vetting:duplicates.none")} />
      ) : (
        <ul className="grid gap-5">
          {pairs.map((pair) => (
            <li key={pair.sides.map(({ id }) => id).join()}>
              <DuplicatePair {...pair} />
            </li>
          ))}
        </ul>
      )}
      {done !== "merged" && <RecentMerges merges={merges} />}
    </>
  );
}
