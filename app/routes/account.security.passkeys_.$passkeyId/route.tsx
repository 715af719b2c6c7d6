import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePerson } from "#app/auth/guards.server.ts";
import { getPasskey, LONGEST_NAME, renamePasskey } from "#app/auth/passkeys.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const NewName = z.object({ name: z.string().trim().min(1).max(LONGEST_NAME) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const passkey = await getPasskey(ctx, args.params.passkeyId ?? "");
  if (!passkey) throw notFound();
  return { title: translator(args.context.locale)("security:passkeys.rename_title"), ...passkey };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const form = await readForm(args, NewName);
  if (!form.ok) return unprocessable(form);
  const outcome = await renamePasskey(ctx, { id: args.params.passkeyId ?? "", ...form.value });
  if (!outcome.ok) throw notFound();
  return redirect(paths.account.passkeys());
}

export default function RenamePasskey() {
  const { title, id, name } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<{ name: string }>({ id: "rename", lastResult, defaultValue: { name } });
  const t = useT();
  return (
    <>
      <PageHeading title={title} />
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ name: t("security:passkeys.name") }} />
        <TextField field={fields.name} label={t("security:passkeys.name")} maxLength={60} required />
        <div className="flex flex-wrap gap-3">
          <Button>{t("security:passkeys.rename")}</Button>
          <ButtonLink to={paths.account.passkeys()} variant="secondary">
            {t("security:passkeys.back")}
          </ButtonLink>
          <ButtonLink to={paths.account.passkeyRemoval(id)} variant="quiet">
            {t("security:passkeys.remove")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
