import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { settingsForm } from "#app/domain/districts/settings.ts";
import { listPublished } from "#app/domain/listings/published.server.ts";
import { previewWeights, saveMatchingWeights } from "#app/domain/matching/weighing.server.ts";
import { BOUNDS, isStandard, STANDARD_WEIGHTS, TERMS, WEIGHT_STEP, weightsFrom } from "#app/domain/matching/weights.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { Preview } from "./preview.tsx";

const weight = (term: (typeof TERMS)[number]) =>
  z.number().min(BOUNDS[term].min).max(BOUNDS[term].max).multipleOf(WEIGHT_STEP);
const MatchingWeights = z.object({
  ...settingsForm,
  interest: weight("interest"),
  choice: weight("choice"),
  skills: weight("skills"),
  distance: weight("distance"),
  when: weight("when"),
  freshness: weight("freshness"),
  exposure: weight("exposure"),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Weights in the address are tried, not kept. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const district = await ownDistrict(ctx);
  const asked = new URL(args.request.url).searchParams;
  const kept = weightsFrom(district.matchingWeights);
  const isTried = TERMS.some((term) => asked.has(term));
  const tried = isTried
    ? weightsFrom(Object.fromEntries(TERMS.map((term) => [term, Number(asked.get(term) ?? NaN)])))
    : kept;
  const changes = isTried ? await previewWeights(ctx.db, district, tried, ctx.now) : [];
  const named = changes.flatMap(({ comes, goes }) => [...comes, ...goes]);
  const listings = await listPublished(ctx.db, district, [...new Set(named)], ctx.now);
  return {
    title: translator(args.context.locale)("settings:pages.matching.title"),
    weights: Object.fromEntries(TERMS.map((term) => [term, String(tried[term])])),
    preview: isTried ? changes : null,
    titles: Object.fromEntries(listings.map(({ id, content }) => [id, content.title])),
    isStandard: isStandard(kept),
    read: { version: district.version, idempotencyKey: crypto.randomUUID() },
    restoreKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  return answerChange(args, {
    schema: MatchingWeights,
    verb: (input) => saveMatchingWeights(ctx, input),
    refusals: { changed_since_read: "settings:changed_since_read" },
    next: () => paths.coordinator.settings.home("matching"),
  });
}

export default function MatchingSettings() {
  const { title, weights, preview, titles, isStandard: isOurs, read, restoreKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<Record<(typeof TERMS)[number], string>>({
    id: "matching",
    lastResult,
    defaultValue: weights,
  });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("settings:matching.lede")} />
      <SettingsForm form={form} read={read}>
        {TERMS.map((term) => (
          <TextField
            key={term}
            field={fields[term]}
            type="number"
            label={t(`settings:matching.term.${term}`)}
            help={t("settings:matching.bounds", { ...BOUNDS[term], ours: STANDARD_WEIGHTS[term] })}
            {...BOUNDS[term]}
            step={WEIGHT_STEP}
            required
          />
        ))}
        <p className="mb-6">
          <Button variant="secondary" icon="eye" formMethod="get">
            {t("settings:matching.try")}
          </Button>
        </p>
        {preview && <Preview changes={preview} titles={titles} />}
      </SettingsForm>
      {!isOurs && (
        <Form method="post" action={paths.coordinator.settings.matchingRestoration()} className="mt-8">
          <IdempotencyKey value={restoreKey} />
          <input type="hidden" name="version" value={read.version} />
          <Button variant="secondary">{t("settings:matching.restore")}</Button>
        </Form>
      )}
    </>
  );
}
