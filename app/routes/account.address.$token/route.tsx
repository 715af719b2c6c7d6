import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { changeAddress } from "#app/auth/address-change.server.ts";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import { lookAtLink } from "#app/auth/one-time-links.server.ts";
import { conflict } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Changes nothing: mail programs follow links. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const link = await lookAtLink({ ...ctx, keys: args.context.keys }, "change_email", args.params.token ?? "");
  const email = link?.userId === ctx.actor.userId ? link.email : null;
  return { title: translator(args.context.locale)("account:address.title"), email };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const person = (await currentPerson(args))!;
  const change = { token: args.params.token ?? "", sessionId: person.session.id };
  const outcome = await changeAddress({ ...ctx, keys: args.context.keys }, change);
  if (outcome.ok) return redirect(`${paths.account.home()}?done=address`);
  return conflict({}, translator(args.context.locale)(`account:address.refused.${outcome.refusal}`));
}

export default function ConfirmAddress() {
  const { title, email } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.lastResult.error?.[""]?.[0];
  const t = useT();
  return (
    <div className="max-w-2xl">
      <PageHeading title={title} />
      {problem && <Notice tone="danger" title={problem} live />}
      {email ? (
        <Form method="post">
          <p>{t("account:address.confirm", { email })}</p>
          <Button>{t("account:address.confirm_button")}</Button>
        </Form>
      ) : (
        <>
          {!problem && <Notice tone="warning" title={t("account:address.refused.not_open")} />}
          <ButtonLink to={paths.account.address()}>{t("account:address.again")}</ButtonLink>
        </>
      )}
    </div>
  );
}
