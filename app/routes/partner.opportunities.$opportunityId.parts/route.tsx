import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { getOpportunity } from "#app/domain/opportunities/drafting.server.ts";
import { stepMarks, type Mark } from "#app/domain/opportunities/step-marks.ts";
import { submissionProblems } from "#app/domain/opportunities/submission-rules.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { MissingList } from "#app/ui/missing-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Tag } from "#app/ui/tag.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.heading }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const opportunity = await getOpportunity(ctx, idParam(args.params, "opportunityId"));
  if (!opportunity) throw notFound();
  const problems = submissionProblems(opportunity, ctx.now.toISOString().slice(0, 10));
  return {
    heading: translator(args.context.locale)("posting:parts.title", { title: opportunity.title }),
    opportunityId: opportunity.id,
    problems,
    parts: stepMarks(opportunity, problems),
  };
}

const TONES = { done: "success", empty: "neutral", missing: "warning" } as const satisfies Record<Mark, string>;

/** The groups of fields an opportunity is written in: what is needed, said, or left open. */
export default function Parts() {
  const { heading, opportunityId, problems, parts } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading
        title={heading}
        lede={t("posting:parts.lede")}
        actions={
          <>
            <ButtonLink to={paths.partner.opportunity(opportunityId)} variant="quiet" icon="arrow-left">
              {t("partner:edit.back")}
            </ButtonLink>
            <ButtonLink to={paths.partner.preview(opportunityId)} variant="secondary" icon="eye">
              {t("posting:parts.look")}
            </ButtonLink>
          </>
        }
      />
      {problems.length > 0 && (
        <Notice tone="warning" title={t("partner:overview.incomplete", { count: problems.length })}>
          <MissingList opportunityId={opportunityId} problems={problems} />
        </Notice>
      )}
      <nav aria-label={t("posting:parts.label")}>
        <ul className="measure divide-y divide-line rounded-card border border-line bg-surface">
          {parts.map(({ name, mark }) => (
            <li key={name}>
              <Link to={paths.partner.edit(opportunityId, name)} className="part-link">
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{t(`partner:step.${name}`)}</span>
                  <span className="block text-sm text-muted">{t(`partner:edit.lede.${name}`)}</span>
                </span>
                <Tag tone={TONES[mark]}>{t(`posting:mark.${mark}`)}</Tag>
                <Icon name="arrow-right" />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
