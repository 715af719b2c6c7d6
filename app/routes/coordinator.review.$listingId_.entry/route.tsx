import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { correctionProblems, correctListing, getEntered } from "#app/domain/listings/on-behalf.server.ts";
import { entrySchema, incompleteEntry } from "#app/http/entry-form.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { EntryForm } from "#app/ui/posting/entry-form.tsx";

const Correcting = entrySchema({ version: z.coerce.number().int().min(1) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const listingId = idParam(args.params, "listingId");
  const entered = await getEntered(ctx, listingId);
  if (!entered) throw notFound();
  const { opportunity, organization, mayCorrect, state } = entered;
  const {
    kind,
    title,
    summary,
    language,
    schedule,
    closesOn,
    setting,
    street,
    city,
    state: inState,
    zip,
  } = opportunity;
  const { gradeMin, gradeMax, ageMin, pay, howToAsk, contactName, contactEmail, contactPhone } = opportunity;
  return {
    title: translator(args.context.locale)("queue:entry.correct_title", { title }),
    listingId,
    organization: organization.name,
    mayCorrect,
    isPublic: state === "published",
    version: opportunity.version,
    address: [street, city, inState].filter(Boolean).join(", "),
    typed: {
      ...{ kind, title, summary, language, schedule, closesOn, setting, street, city, state: inState, zip },
      ...{ gradeMin, gradeMax, ageMin, pay, howToAsk, contactName, contactEmail, contactPhone },
    },
    idempotencyKey: crypto.randomUUID(),
  };
}

const REFUSALS = {
  claimed: "queue:entry.refused.claimed",
  edited_elsewhere: "queue:entry.refused.edited_elsewhere",
  not_editable: "queue:entry.refused.not_editable",
} as const;

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const listingId = idParam(args.params, "listingId");
  const typed = await args.request.clone().formData();
  if (!(await getEntered(ctx, listingId))) throw notFound();
  const form = await readForm(args, Correcting);
  if (!form.ok) return unprocessable(form);
  const { version, idempotencyKey, ...content } = form.value;
  const outcome = await correctListing(ctx, { listingId, version, content, idempotencyKey });
  if (outcome.ok) return redirect(paths.coordinator.changed(listingId, "corrected"));
  if (outcome.refusal === "not_found") throw notFound();
  if (outcome.refusal === "incomplete")
    return incompleteEntry(args, typed, await correctionProblems(ctx, { listingId, content }));
  return conflict(typed, translator(args.context.locale)(REFUSALS[outcome.refusal]));
}

/** The page it was entered on, until its partner claims it. */
export default function CorrectListing() {
  const { title, listingId, mayCorrect, isPublic, ...page } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  return (
    <>
      <p className="mb-3">
        <Link to={paths.coordinator.reviewListing(listingId)}>{t("coordinator:change.back")}</Link>
      </p>
      <PageHeading title={title} lede={page.organization} />
      {isPublic && mayCorrect && <Notice>{t("queue:entry.public_stays")}</Notice>}
      {mayCorrect || lastResult ? (
        <EntryForm
          typed={page.typed}
          address={page.address}
          version={page.version}
          idempotencyKey={page.idempotencyKey}
          lastResult={lastResult}
        />
      ) : (
        <Notice tone="warning" title={t("queue:entry.refused.claimed_or_over")} />
      )}
    </>
  );
}
