import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { listSavedViews, saveView } from "#app/domain/listings/saved-views.server.ts";
import { readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { queueToReturnTo } from "#app/http/queue-address.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const NewView = z.object({
  idempotencyKey: z.uuid(),
  name: z.string().trim().min(1).max(60),
  query: queueToReturnTo,
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const keys = () => ({ rename: crypto.randomUUID(), removal: crypto.randomUUID() });
  const views = (await listSavedViews(ctx)).map((view) => ({ ...view, keys: keys() }));
  return { title: translator(args.context.locale)("queue:views.title"), views, key: crypto.randomUUID() };
}

/** Names the queue as it is shown; refused, the name is asked for again here with what was to be saved. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const typed = await args.request.clone().formData();
  const form = await readForm(args, NewView);
  if (!form.ok) return unprocessable(form);
  const outcome = await saveView(ctx, form.value);
  if (outcome.ok) return redirect(paths.coordinator.review(form.value.query));
  const message = translator(args.context.locale)(`queue:views.refused.${outcome.refusal}`);
  return data({ lastResult: refusedForm(typed, message, "name") }, { status: 409 });
}

export default function SavedViewsPage() {
  const { title, views } = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const t = useT();
  return (
    <>
      <p className="mb-3">
        <Link to={paths.coordinator.review()}>{t("coordinator:detail.back")}</Link>
      </p>
      <PageHeading title={title} lede={t("queue:views.lede")} />
      {asked.get("problem") === "name_taken" && (
        <Notice tone="danger" title={t("queue:views.refused.name_taken")} live />
      )}
      <SaveAgain />
      {views.length === 0 && <EmptyState title={t("queue:views.none")} />}
      <ul className="grid gap-3">
        {views.map(({ id, name, query, keys }) => (
          <li key={id} className="rounded-card border border-line bg-surface p-4">
            <Link to={paths.coordinator.review(query)} className="font-semibold">
              {name}
            </Link>
            <div className="mt-2 flex flex-wrap items-end gap-x-3">
              <Form method="post" action={paths.coordinator.view(id)} className="flex flex-wrap items-end gap-x-3">
                <IdempotencyKey value={keys.rename} />
                <TextField
                  name="name"
                  id={`name-${id}`}
                  label={t("queue:views.name")}
                  defaultValue={name}
                  maxLength={60}
                  required
                />
                <Button variant="secondary" className="mb-5">
                  {t("queue:views.rename")}
                </Button>
              </Form>
              <Form method="post" action={paths.coordinator.viewRemoval(id)}>
                <IdempotencyKey value={keys.removal} />
                <Button
                  variant="quiet"
                  icon="trash-2"
                  className="mb-5"
                  aria-label={t("queue:views.delete_one", { name })}
                >
                  {t("queue:views.delete")}
                </Button>
              </Form>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function SaveAgain() {
  const answer = useActionData<typeof action>();
  const { key } = useLoaderData<typeof loader>();
  const t = useT();
  if (!answer) return null;
  const { initialValue, error } = answer.lastResult;
  const word = (field: string) => {
    const typed = initialValue?.[field];
    return typeof typed === "string" ? typed : "";
  };
  return (
    <Form method="post" action={paths.coordinator.views()} className="measure mb-6">
      <IdempotencyKey value={key} />
      <input type="hidden" name="query" value={word("query")} />
      <TextField
        name="name"
        label={t("queue:views.name")}
        defaultValue={word("name")}
        error={error?.name?.join(" ")}
        maxLength={60}
        required
      />
      <Button icon="check">{t("queue:views.save")}</Button>
    </Form>
  );
}
