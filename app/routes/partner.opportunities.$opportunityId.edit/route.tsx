import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import type { Context, Partner } from "#app/domain/context.ts";
import { listCareerClusters, listSubClusters } from "#app/domain/interests/reference.server.ts";
import { checkPosting } from "#app/domain/listings/check-posting.server.ts";
import { listOffers } from "#app/domain/listings/offering-status.server.ts";
import type { DraftContent } from "#app/domain/opportunities/content.ts";
import { getOpportunity, type OwnOpportunity } from "#app/domain/opportunities/drafting.server.ts";
import type { SiteAddress } from "#app/domain/opportunities/other-sites.ts";
import { stepMarks } from "#app/domain/opportunities/step-marks.ts";
import { stepAfter, type Step } from "#app/domain/opportunities/steps.ts";
import { submissionProblems } from "#app/domain/opportunities/submission-rules.ts";
import { suggestFrom } from "#app/domain/opportunities/suggesting.ts";
import { typedStep } from "#app/domain/opportunities/typed-values.ts";
import { siteInWords } from "#app/domain/organizations/site-place.ts";
import { listSites } from "#app/domain/organizations/sites.server.ts";
import { unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { askedStep, saveStep, type Then } from "#app/http/step-save.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { shiftInWords } from "#app/ui/shift-words.ts";
import { StepForm } from "./step-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.heading }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const opportunityId = idParam(args.params, "opportunityId");
  const step = askedStep(args.request);
  const opportunity = await getOpportunity(ctx, opportunityId);
  if (!opportunity) throw notFound();
  const { locale, db, now } = args.context;
  const [offers, findings] = await Promise.all([listOffers(ctx, opportunityId), checkPosting(ctx, opportunity)]);
  const today = now.toISOString().slice(0, 10);
  const nameOf = ({ name, nameEs }: { name: string; nameEs: string }) => (locale === "es" ? nameEs : name);
  const [clusters, areas] =
    step === "what" ? await Promise.all([listCareerClusters(db), listSubClusters(db)]) : [[], []];
  return {
    heading: translator(locale)("partner:edit.title", { title: opportunity.title }),
    opportunityId,
    step,
    version: opportunity.version,
    typed: typedStep(step, opportunity),
    steps: stepMarks(opportunity, submissionProblems(opportunity, today)),
    sites: step === "where" ? await sitesInWords(ctx, opportunity.organizationId) : [],
    shiftsInWords: opportunity.shifts.map((shift) => shiftInWords(translator(locale), locale, shift)),
    english: opportunity.language === "en" ? englishOf(opportunity) : null,
    findings,
    isPublic: offers.some((offer) => offer.state === "published"),
    suggested: opportunity.subClustersSuggested,
    suggestions: isSuggesting(args.request) ? suggestFrom(opportunity, opportunity.organization.name) : null,
    areas: clusters.map((cluster) => ({
      name: nameOf(cluster),
      options: areas
        .filter((area) => area.clusterCode === cluster.code)
        .map((area) => ({ value: area.code, label: nameOf(area) })),
    })),
    idempotencyKey: crypto.randomUUID(),
  };
}

const englishOf = ({ title, summary, description, requirements }: OwnOpportunity) => ({
  ...{ title, summary, description, requirements },
});
const isSuggesting = (request: Request) => new URL(request.url).searchParams.has("suggest");

const sitesInWords = async (ctx: Context<Partner>, organizationId: string) =>
  (await listSites(ctx, organizationId)).map((site) => ({ id: site.id, label: siteInWords(site) }));

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const opportunityId = idParam(args.params, "opportunityId");
  const step = askedStep(args.request);
  const save = await saveStep(args, ctx, { opportunityId, step });
  if (save.state === "unsound") return unprocessable(save);
  if (save.state === "saved") return redirect(whereTo(opportunityId, step, save.then));
  const message = translator(args.context.locale)("partner:elsewhere.message");
  return bothVersions(step, { stored: save.stored, changes: save.changes, message });
}

function whereTo(opportunityId: string, step: Step, then: Then) {
  if (then === "leave") return `${paths.partner.opportunity(opportunityId)}?done=saved`;
  if (then === "suggest") return paths.partner.suggestions(opportunityId);
  const next = then === "next" ? stepAfter(step) : then === "site" ? step : then;
  return next ? paths.partner.edit(opportunityId, next) : paths.partner.preview(opportunityId);
}

/** 409 with what is saved and what was typed; the form keeps the typed and now knows the saved version. */
function bothVersions(
  step: Step,
  { stored, changes, message }: { stored: OwnOpportunity; changes: Partial<DraftContent>; message: string },
) {
  const saved = typedStep(step, stored);
  const typed = typedStep(step, { ...stored, ...changes, otherSites: (changes.otherSites ?? []).map(withoutPoint) });
  const lastResult = { status: "error" as const, initialValue: typed, error: { "": [message] } };
  const elsewhere = { saved, typed, version: stored.version, idempotencyKey: crypto.randomUUID() };
  return data({ lastResult, elsewhere }, { status: 409 });
}

const withoutPoint = (site: SiteAddress) => ({ latitude: null, longitude: null, ...site });

export default function EditOpportunity() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeading
        title={page.heading}
        actions={
          <ButtonLink to={paths.partner.opportunity(page.opportunityId)} variant="quiet" icon="arrow-left">
            {t("partner:edit.back")}
          </ButtonLink>
        }
      />
      <StepForm
        // Another step or another saved state is another form; a save that leads back here shows one more row.
        key={`${page.step} ${page.version} ${page.suggestions !== null}`}
        page={page}
        lastResult={answer?.lastResult}
        elsewhere={answer && "elsewhere" in answer ? answer.elsewhere : undefined}
      />
    </>
  );
}
