import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import type { Context, Coordinator } from "#app/domain/context.ts";
import { decideTogether } from "#app/domain/listings/deciding-together.server.ts";
import { DECISION_VERBS } from "#app/domain/listings/decided.server.ts";
import { titlesOf } from "#app/domain/listings/recalling.server.ts";
import { listReasonTemplates } from "#app/domain/listings/reason-templates.server.ts";
import { MOST_TOGETHER } from "#app/domain/listings/review-queue.ts";
import { soundQuery } from "#app/domain/listings/review-criteria.ts";
import { listColleagues } from "#app/domain/people/colleagues.server.ts";
import { readForm, refusedForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { TogetherFields } from "./together-fields.tsx";
import { togetherOf, TogetherForm } from "./together-form.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What is asked about those that were chosen; the address alone changes nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const title = translator(args.context.locale)("queue:together.title");
  return { title, asked: await askedOf(ctx, new URL(args.request.url).searchParams) };
}

async function askedOf(ctx: Context<Coordinator>, said: URLSearchParams | FormData) {
  const word = (name: string) => {
    const value = said.get(name);
    return typeof value === "string" ? value : "";
  };
  const verb = DECISION_VERBS.find((each) => each === word("verb")) ?? "approve";
  const ids = said.getAll("listing").map((value) => (typeof value === "string" ? value.slice(0, 36) : ""));
  const known = ids.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)).slice(0, MOST_TOGETHER);
  const [titles, templates, colleagues] = await Promise.all([
    titlesOf(ctx, known),
    listReasonTemplates(ctx),
    listColleagues(ctx),
  ]);
  return {
    verb,
    back: soundQuery(word("back")),
    rows: [...titles].map(([id, { title, version }]) => ({ id, title, version })),
    templates,
    colleagues,
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const t = translator(args.context.locale);
  const typed = await args.request.clone().formData();
  const again = async (lastResult: ReturnType<typeof refusedForm>, status: 409 | 422) =>
    data({ lastResult, asked: await askedOf(ctx, typed) }, { status });
  const form = await readForm(args, TogetherForm);
  if (!form.ok) return again(form.lastResult, 422);
  const together = await togetherOf(ctx, form.value);
  if (!("verb" in together))
    return again(refusedForm(typed, t(`queue:together.errors.${together.message}`), together.field), 422);
  const { listing: chosen, idempotencyKey, back } = form.value;
  const outcome = await decideTogether(ctx, { ...together, chosen, idempotencyKey });
  if (!outcome.ok) return again(refusedForm(typed, t(`queue:together.refused.${outcome.refusal}`)), 409);
  return redirect(paths.coordinator.decided(outcome.value.decisionId, back));
}

export default function DecideTogether() {
  const answer = useActionData<typeof action>();
  const shown = useLoaderData<typeof loader>().asked;
  const asked = answer?.asked ?? shown;
  const t = useT();
  const back = (
    <p className="mt-6">
      <Link to={paths.coordinator.review(asked.back)}>{t("queue:together.back")}</Link>
    </p>
  );
  return (
    <>
      <PageHeading title={t(`queue:together.heading.${asked.verb}`, { count: asked.rows.length })} />
      {asked.rows.length === 0 ? (
        <EmptyState title={t("queue:together.nothing")}>{back}</EmptyState>
      ) : (
        <div className="measure">
          <TogetherFields key={asked.verb} asked={asked} lastResult={answer?.lastResult} />
          {back}
        </div>
      )}
    </>
  );
}
