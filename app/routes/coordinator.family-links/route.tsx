import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { listWaitingFamilies } from "#app/domain/people/family-links.server.ts";
import { paths } from "#app/http/paths.ts";
import { sayInstant } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

const SAID = ["confirmed", "ended"] as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const { locale } = args.context;
  const [district, waiting] = await Promise.all([getDistrict(ctx.db, ctx.actor.districtId), listWaitingFamilies(ctx)]);
  return {
    title: translator(locale)("joining:families.title"),
    waiting: waiting.map(({ askedAt, ...link }) => ({
      ...link,
      at: sayInstant(askedAt, locale, district?.timeZone ?? "UTC"),
    })),
    idempotencyKey: crypto.randomUUID(),
  };
}

/** Links of which one side has said yes: the school knows its families, and its word is enough. */
export default function Families() {
  const { title, waiting, idempotencyKey } = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const t = useT();
  const said = SAID.find((each) => each === asked.get("said"));
  return (
    <>
      <PageHeading title={title} lede={t("joining:families.lede")} />
      {said && <Notice tone="success" live title={t(`joining:families.${said}`)} />}
      {waiting.length === 0 ? (
        <EmptyState title={t("joining:families.empty")}>
          <p>{t("joining:families.empty_text")}</p>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {waiting.map(({ id, parent, student, askedBy, at }) => (
            <li key={id} className="grid gap-3 px-4 py-3 md:grid-cols-[1fr_auto] md:items-center">
              <div className="min-w-0">
                <p className="break-words">{t("joining:families.pair", { parent, student })}</p>
                <p className="text-sm text-muted">{t(`joining:families.asked_by.${askedBy}`, { at })}</p>
              </div>
              <div className="flex flex-wrap gap-3">
                <Form method="post" action={paths.coordinator.familyConfirmation(id)}>
                  <IdempotencyKey value={idempotencyKey} />
                  <Button variant="secondary">{t("joining:families.confirm")}</Button>
                </Form>
                <Form method="post" action={paths.coordinator.familyEnd(id)}>
                  <IdempotencyKey value={idempotencyKey} />
                  <Button variant="quiet">{t("joining:families.end")}</Button>
                </Form>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
