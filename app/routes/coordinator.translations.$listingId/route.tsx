import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { saveTranslation } from "#app/domain/translation/translating.server.ts";
import { getTranslation } from "#app/domain/translation/translation-desk.server.ts";
import { lackingSpanish, spanishOf, TRANSLATED, TranslationForm } from "#app/domain/translation/translations.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { changeListing } from "#app/http/transition.server.ts";
import { sayInstant } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SideBySide, type Side, type TranslationFields } from "./side-by-side.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.heading }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const [found, district] = await Promise.all([
    getTranslation(ctx, idParam(args.params, "listingId")),
    getDistrict(ctx.db, ctx.actor.districtId),
  ]);
  if (!found || !district) throw notFound();
  const { content, translation, olderSource, checkedBy } = found;
  const asked = lackingSpanish(content);
  const { locale } = args.context;
  const sides = TRANSLATED.flatMap((field): Side[] => {
    const english = content[field];
    if (!english || content.language === "es") return [];
    const older = translation?.[field] && olderSource?.[field] !== english ? (olderSource?.[field] ?? null) : null;
    const partners = asked.includes(field) ? null : (content[spanishOf(field)] ?? null);
    return [{ field, english, older, partners, saved: translation?.[field] ?? null }];
  });
  return {
    heading: translator(locale)("translations:page.title", { title: content.title }),
    organization: found.organization,
    sides,
    asks: asked.length > 0,
    isUnchecked: translation !== null && translation.checkedAt === null,
    checked: translation?.checkedAt
      ? { on: sayInstant(translation.checkedAt, locale, district.timeZone), by: checkedBy }
      : null,
    seeIt: found.state === "published" ? paths.listing("es", district.slug, found.slug) : null,
    read: { revisionId: found.revisionId, version: translation?.version ?? 0, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return changeListing(args, {
    schema: TranslationForm,
    verb: (input) => saveTranslation(ctx, input),
    refusals: {
      text_changed: "translations:refused.text_changed",
      changed_since_read: "translations:refused.changed_since_read",
      nothing_missing: "translations:refused.nothing_missing",
      nothing_written: "translations:refused.nothing_written",
    },
    next: () => paths.coordinator.translations.saved(),
  });
}

export default function TranslateListing() {
  const { heading, organization, sides, asks, isUnchecked, checked, seeIt, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const defaultValue = Object.fromEntries(sides.map(({ field, saved }) => [field, saved ?? ""]));
  const [form, fields] = useForm<Record<keyof TranslationFields, string>>({
    id: "translation",
    lastResult,
    defaultValue,
  });
  const t = useT();
  const back = (
    <ButtonLink to={paths.coordinator.translations.list()} variant="secondary">
      {t("translations:page.back")}
    </ButtonLink>
  );
  const see = seeIt && (
    <ButtonLink to={seeIt} variant="secondary" icon="eye">
      {t("translations:page.see")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeading title={heading} lede={organization} actions={see} />
      {!asks && (
        <Notice title={t(sides.length > 0 ? "translations:page.partners_own" : "translations:page.in_spanish")} />
      )}
      {isUnchecked && <Notice tone="warning" title={t("translations:page.unchecked")} />}
      {checked && (
        <p className="mb-5 text-muted">
          {checked.by
            ? t("translations:page.checked_by", { on: checked.on, name: checked.by })
            : t("translations:page.checked", { on: checked.on })}
        </p>
      )}
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <IdempotencyKey value={read.idempotencyKey} />
        <input type="hidden" name="revisionId" value={read.revisionId} />
        <input type="hidden" name="version" value={read.version} />
        {sides.map((side) => (
          <SideBySide key={side.field} side={side} fields={fields} wasRefused={lastResult !== undefined} />
        ))}
        <div className="flex flex-wrap gap-3">
          {asks && <Button icon="check">{t("translations:page.save")}</Button>}
          {back}
        </div>
      </Form>
    </>
  );
}
