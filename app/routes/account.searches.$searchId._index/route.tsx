import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePerson } from "#app/auth/guards.server.ts";
import { LONGEST_SEARCH_NAME, SEARCH_CADENCES } from "#app/domain/saved/searches.ts";
import { changeSearch } from "#app/domain/saved/searches.server.ts";
import { idParam } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { readOwnSearch } from "#app/http/saying-searches.server.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { CadenceChoice } from "#app/ui/saved/cadence-choice.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const Change = z.object({
  name: z
    .string()
    .trim()
    .max(LONGEST_SEARCH_NAME)
    .optional()
    .transform((name) => name || null),
  cadence: z.enum(SEARCH_CADENCES, { error: "saved:errors.cadence" }),
  idempotencyKey: z.uuid(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const search = await readOwnSearch(args, ctx);
  return {
    title: translator(args.context.locale)("saved:change.title"),
    ...{ name: search.name ?? "", cadence: search.cadence, search: search.said },
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const searchId = idParam(args.params, "searchId");
  return answerChange(args, {
    schema: Change,
    verb: (input) => changeSearch(ctx, { ...input, searchId }),
    refusals: { name_taken: { field: "name", message: "saved:errors.name_taken" } },
    next: () => paths.account.searches("changed"),
  });
}

export default function ChangeSearch() {
  const { title, search, name, cadence, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const defaultValue = { name, cadence };
  const [form, fields] = useForm<{ name: string; cadence: string }>({ id: "change", lastResult, defaultValue });
  const t = useT();
  return (
    <div className="max-w-2xl wrap-anywhere">
      <PageHeading title={title} lede={search} />
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <TextField
          field={fields.name}
          label={t("saved:change.name")}
          help={t("saved:change.name_help")}
          optional
          maxLength={LONGEST_SEARCH_NAME}
        />
        <CadenceChoice field={fields.cadence} />
        <div className="flex flex-wrap gap-3">
          <Button>{t("saved:change.button")}</Button>
          <ButtonLink to={paths.account.searches()} variant="secondary">
            {t("saved:change.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
