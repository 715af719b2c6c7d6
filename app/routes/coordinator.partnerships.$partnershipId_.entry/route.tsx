import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { enterListing, entryProblems, getPartner, lastContact } from "#app/domain/listings/on-behalf.server.ts";
import { answeringFor } from "#app/domain/mail/recipients.server.ts";
import { mayBeEnteredFor } from "#app/domain/organizations/partnership-lifecycle.ts";
import { countClaimMail, entrySchema, incompleteEntry } from "#app/http/entry-form.server.ts";
import { conflict, readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { tooManyTries } from "#app/http/rate-limits.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { EntryForm } from "#app/ui/posting/entry-form.tsx";

const Entering = entrySchema({
  asksPartner: z
    .literal("on")
    .optional()
    .transform((checked) => checked === "on"),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const partnershipId = idParam(args.params, "partnershipId");
  const partner = await getPartner(ctx, partnershipId);
  if (!partner) throw notFound();
  const { organization, standing } = partner;
  const { id, name, street, city, state, zip } = organization;
  const { locale } = args.context;
  const t = translator(locale);
  const [contact, people] = await Promise.all([lastContact(ctx, id), answeringFor(ctx, id)]);
  return {
    title: t("queue:entry.for", { organization: name }),
    partnershipId,
    standing,
    mayEnter: mayBeEnteredFor(standing),
    address: [street, city, state].filter(Boolean).join(", "),
    asked: people.length > 0 ? ("members" as const) : ("contact" as const),
    typed: {
      ...{ language: locale, setting: "on_site", howToAsk: t("posting:first.how_to_ask") },
      ...{ street, city, state, zip },
      ...contact,
    },
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const partnershipId = idParam(args.params, "partnershipId");
  const typed = await args.request.clone().formData();
  const partner = await getPartner(ctx, partnershipId);
  if (!partner) throw notFound();
  const form = await readForm(args, Entering);
  if (!form.ok) return unprocessable(form);
  const { asksPartner, idempotencyKey, ...content } = form.value;
  const { contactEmail } = content;
  const mail = { organizationId: partner.organization.id, contactEmail };
  const flooded = asksPartner && (await countClaimMail(args, ctx, mail));
  if (flooded) return tooManyTries(args.context, asTexts(typed), flooded);
  const outcome = await enterListing(ctx, { partnershipId, content, asksPartner, idempotencyKey });
  if (outcome.ok) return redirect(paths.coordinator.changed(outcome.value.listingId, "entered"));
  if (outcome.refusal === "not_found") throw notFound();
  if (outcome.refusal === "incomplete")
    return incompleteEntry(args, typed, await entryProblems(ctx, { partnershipId, content }));
  const t = translator(args.context.locale);
  if (outcome.refusal === "not_a_partner") return conflict(typed, t("queue:entry.not_a_partner"));
  return data({ lastResult: refusedForm(typed, t("queue:entry.refused.kind_not_offered"), "kind") }, { status: 409 });
}

const asTexts = (typed: FormData) => Object.fromEntries([...typed].map(([name, value]) => [name, String(value)]));

/** What a partner says on the phone goes into the district's queue, marked as such. */
export default function EnterListing() {
  const { title, partnershipId, mayEnter, standing, ...page } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  return (
    <>
      <p className="mb-3">
        <Link to={paths.coordinator.partnership(partnershipId)}>{t("queue:entry.partner")}</Link>
      </p>
      <PageHeading title={title} lede={t("queue:entry.for_lede")} />
      {standing === "requested" && <Notice tone="warning">{t("queue:entry.not_vetted")}</Notice>}
      {mayEnter ? (
        <EntryForm
          typed={page.typed}
          address={page.address}
          asked={page.asked}
          idempotencyKey={page.idempotencyKey}
          lastResult={lastResult}
        />
      ) : (
        <Notice tone="danger" title={t("queue:entry.not_a_partner")} />
      )}
    </>
  );
}
