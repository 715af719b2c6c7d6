import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { todayIn } from "#app/domain/listings/review-subject.server.ts";
import { tidyLine } from "#app/domain/opportunities/plain-text.ts";
import { mayBeEnteredFor } from "#app/domain/organizations/partnership-lifecycle.ts";
import { listPartnerships } from "#app/domain/organizations/partnership-list.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { StandingTag } from "#app/ui/vetting/standing-tag.tsx";

const LONGEST = 100;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const q = tidyLine(new URL(args.request.url).searchParams.get("q") ?? "").slice(0, LONGEST);
  const today = await todayIn(ctx, ctx.actor.districtId);
  const filter = { show: "all", q, sector: null, need: null } as const;
  const found = q ? await listPartnerships(ctx, { filter, sort: "name", page: 1, today }) : [];
  return {
    title: translator(args.context.locale)("queue:entry.title"),
    q,
    found: found.map(({ id, name, sector, city, standing }) => ({ id, name, sector, city, standing })),
  };
}

/** For whom; a partner is looked for first, so that none is written down twice. */
export default function ChooseEntryPartner() {
  const { title, q, found } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("queue:entry.lede")} />
      <form method="get" action={paths.coordinator.entries()} role="search">
        <TextField name="q" defaultValue={q} label={t("queue:entry.who")} maxLength={LONGEST} required />
        <Button icon="search">{t("queue:entry.look")}</Button>
      </form>
      {q && (
        <section aria-labelledby="found" className="mt-8 measure">
          <h2 id="found" className="mb-3">
            {t("queue:entry.found", { count: found.length })}
          </h2>
          <ul className="grid gap-3">
            {found.map(({ id, name, sector, city, standing }) => (
              <li key={id} className="grid gap-1 rounded-card border border-line bg-surface px-4 py-3">
                <Link
                  to={mayBeEnteredFor(standing) ? paths.coordinator.entry(id) : paths.coordinator.partnership(id)}
                  className="font-semibold break-words"
                >
                  {name}
                </Link>
                <span className="text-sm text-muted">
                  {[t(`opportunity:sector.${sector}`), city].filter(Boolean).join(" · ")}
                </span>
                <span>
                  <StandingTag standing={standing} />
                </span>
                {!mayBeEnteredFor(standing) && <span className="text-sm">{t("queue:entry.not_a_partner")}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="new" className="mt-8 measure">
        <h2 id="new">{t("queue:entry.new_partner")}</h2>
        <p className="mb-3 text-muted">{t("queue:entry.new_partner_about")}</p>
        <ButtonLink to={paths.coordinator.newEntryPartner(q)} variant="secondary" icon="plus">
          {t("queue:entry.new_partner_button")}
        </ButtonLink>
      </section>
    </>
  );
}
