import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requirePerson } from "#app/auth/guards.server.ts";
import { deleteSearch } from "#app/domain/saved/searches.server.ts";
import { idParam } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { readOwnSearch } from "#app/http/saying-searches.server.ts";
import { answerChange, Pressed } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const search = await readOwnSearch(args, ctx);
  return {
    title: translator(args.context.locale)("saved:change.delete_title"),
    called: search.name ?? search.said,
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const searchId = idParam(args.params, "searchId");
  return answerChange(args, {
    schema: Pressed,
    verb: (input) => deleteSearch(ctx, { ...input, searchId }),
    refusals: {},
    next: () => paths.account.searches("deleted"),
  });
}

/** Asks before it is done. */
export default function DeleteSearch() {
  const { title, called, idempotencyKey } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="max-w-2xl">
      <PageHeading title={title} lede={t("saved:change.delete_help")} />
      <p className="mb-5 text-lg font-semibold wrap-anywhere">{called}</p>
      <Form method="post" className="flex flex-wrap gap-3">
        <IdempotencyKey value={idempotencyKey} />
        <Button variant="danger" icon="trash-2">
          {t("saved:change.delete")}
        </Button>
        <ButtonLink to={paths.account.searches()} variant="secondary">
          {t("saved:change.keep")}
        </ButtonLink>
      </Form>
    </div>
  );
}
