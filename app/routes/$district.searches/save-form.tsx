import type { FormMetadata } from "@conform-to/react";
import type { Told } from "#app/domain/saved/searches.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FormField } from "#app/ui/field.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { CadenceChoice } from "#app/ui/saved/cadence-choice.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export type SaveFields = { email: string; cadence: string };

interface Page {
  told: Told;
  /** Its own address, to come back to. */
  here: string;
  /** In words. */
  search: string;
  where: string;
  unknownPlace: boolean;
  /** Of whoever is signed in. */
  email: string | null;
  idempotencyKey: string;
}

/** What is looked for, how often, and for whom; what is kept is said before it is. */
export function SaveForm({
  form,
  fields,
  page,
}: {
  form: FormMetadata<SaveFields, string[]>;
  fields: Record<keyof SaveFields, FormField>;
  page: Page;
}) {
  const t = useT();
  const { told, search, where, unknownPlace, email, idempotencyKey } = page;
  const isSearch = told !== "editions";
  return (
    <>
      {told === "list" && <p className="lede mb-4">{t("saved:whole.lede")}</p>}
      {told === "search" && (
        <p className="lede mb-4">
          {t("saved:form.what")} <strong className="wrap-anywhere">{search}</strong>
        </p>
      )}
      {unknownPlace && (
        <div className="my-4 wrap-anywhere">
          <Notice tone="warning" title={t("saved:form.unknown_place", { place: where })} />
        </div>
      )}
      {where && !unknownPlace && <p className="mb-2 wrap-anywhere">{t("saved:form.where", { place: where })}</p>}
      <p className="mb-5">{t(isSearch ? "saved:form.only_new" : "editions:following.about")}</p>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      {isSearch ? <CadenceChoice field={fields.cadence} /> : <input type="hidden" name="cadence" value="at_once" />}
      {email === null ? (
        <ByAddress field={fields.email} page={page} />
      ) : (
        <>
          <p className="mb-5 wrap-anywhere">
            {t(isSearch ? "saved:form.account" : "editions:following.account", { email })}
          </p>
          <Button icon="check">{t(isSearch ? "saved:form.save" : "editions:following.save")}</Button>
        </>
      )}
    </>
  );
}

function ByAddress({ field, page: { told, here } }: { field: FormField; page: Page }) {
  const isSearch = told !== "editions";
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <TextField
        field={field}
        type="email"
        label={t("saved:form.email")}
        help={t("saved:form.email_help")}
        autoComplete="email"
        required
        maxLength={254}
      />
      <div className="visually-hidden" aria-hidden="true">
        <label>
          {t("saved:form.trap")}
          <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <p className="mb-2">{t(isSearch ? "saved:form.kept" : "editions:following.kept")}</p>
      <p className="mb-5">{t("saved:form.under_13")}</p>
      <Button icon="send">{t("saved:form.send")}</Button>
      <p className="mt-6">
        <a href={paths.signIn(locale, here)}>{t(isSearch ? "saved:form.sign_in" : "editions:following.sign_in")}</a>
      </p>
    </>
  );
}
