import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getImport } from "#app/domain/imports/imports.server.ts";
import { previewUndoing, undoImport } from "#app/domain/imports/undo-import.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

const Undoing = z.object({ idempotencyKey: z.uuid() });
const FATES = ["removed", "closed", "returned", "left"] as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What undoing would do, before anybody says so. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const importId = idParam(args.params, "importId");
  const [found, undoing] = await Promise.all([getImport(ctx, importId), previewUndoing(ctx, importId)]);
  if (!found) throw notFound();
  if (!undoing) throw redirect(paths.coordinator.import(importId));
  const title = translator(args.context.locale)("exchange:undo.title", { file: found.fileName });
  return { title, importId, undoing, idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const importId = idParam(args.params, "importId");
  const form = await readForm(args, Undoing);
  if (!form.ok) return unprocessable(form);
  const outcome = await undoImport(ctx, { importId, idempotencyKey: form.value.idempotencyKey });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  // One that was undone meanwhile, or has not ended, says so on its own page.
  return redirect(paths.coordinator.import(importId));
}

export default function UndoImport() {
  const { title, importId, undoing, idempotencyKey } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="measure">
      <PageHeading title={<span className="wrap-anywhere">{title}</span>} lede={t("exchange:undo.lede")} />
      <ul className="my-4 list-disc space-y-2 ps-5">
        {FATES.filter((fate) => undoing[fate] > 0).map((fate) => (
          <li key={fate}>{t(`exchange:undo.will_be_${fate}`, { count: undoing[fate] })}</li>
        ))}
      </ul>
      {undoing.leftListings.length > 0 && (
        <details className="my-4">
          <summary className="cursor-pointer font-semibold">{t("exchange:undo.which_left")}</summary>
          <ul className="mt-2 list-disc ps-5">
            {undoing.leftListings.map(({ id, title }) => (
              <li key={id}>
                <Link to={paths.coordinator.reviewListing(id)}>{title}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="my-4 text-muted">{t("exchange:undo.partners")}</p>
      <Form method="post">
        <IdempotencyKey value={idempotencyKey} />
        <div className="flex flex-wrap gap-3">
          <Button variant="danger">{t("exchange:undo.confirm")}</Button>
          <ButtonLink to={paths.coordinator.import(importId)} variant="secondary">
            {t("exchange:undo.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
