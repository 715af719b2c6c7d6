import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { currentPerson, homeOf, requirePerson } from "#app/auth/guards.server.ts";
import { changeName, listHeldRoles } from "#app/domain/people/profile.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { LOCALES } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const Name = z.object({ name: z.string().trim().min(1).max(100), idempotencyKey: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const person = (await currentPerson(args))!;
  const home = homeOf(person);
  return {
    title: translator(args.context.locale)("account:nav.profile"),
    ...{ name: person.name, email: person.email },
    roles: await listHeldRoles(ctx),
    family: person.studentOf ? ("student" as const) : person.parentOf ? ("parent" as const) : null,
    desk: home === paths.account.home() ? null : home,
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const form = await readForm(args, Name);
  if (!form.ok) return unprocessable(form);
  await changeName(ctx, form.value);
  return redirect(`${paths.account.home()}?done=name`);
}

export default function Profile() {
  const { title, name, email, roles, family, desk, idempotencyKey } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ name: string }>({
    ...{ id: "profile", lastResult: useActionData<typeof action>()?.lastResult, defaultValue: { name } },
  });
  const [asked] = useSearchParams();
  const done = (["name", "address"] as const).find((word) => word === asked.get("done"));
  const t = useT();
  const locale = useLocale();
  return (
    <div className="max-w-2xl">
      <PageHeading title={title} />
      {done && <Notice tone="success" title={t(`account:profile.done.${done}`)} live />}
      {family && <FindWhatFits family={family} />}
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <TextField
          field={fields.name}
          label={t("account:profile.name")}
          help={t("account:profile.name_help")}
          autoComplete="name"
          required
          maxLength={100}
        />
        <Button>{t("account:profile.save")}</Button>
      </Form>
      <section className="mt-10" aria-labelledby="address">
        <h2 id="address">{t("account:profile.email")}</h2>
        <p className="wrap-anywhere">{email}</p>
        <Link to={paths.account.address()}>{t("account:profile.change_email")}</Link>
      </section>
      <Language />
      <section className="mt-10" aria-labelledby="roles">
        <h2 id="roles">{t("account:profile.roles")}</h2>
        {roles.length > 0 ? (
          <ul className="mb-4">
            {roles.map(({ role, place }) => (
              <li key={`${role} ${place}`}>
                <strong>{t(role === "operator" ? "account:profile.operator" : `people:roles.${role}`)}</strong>
                {place && ` · ${place}`}
              </li>
            ))}
          </ul>
        ) : (
          <p>{t("account:profile.no_roles")}</p>
        )}
        {desk ? (
          <ButtonLink to={desk}>{t("account:profile.to_desk")}</ButtonLink>
        ) : (
          <a href={paths.home(locale)}>{t("account:profile.to_list")}</a>
        )}
      </section>
    </div>
  );
}

function FindWhatFits({ family }: { family: "student" | "parent" }) {
  const t = useT();
  return (
    <section className="mb-8" aria-labelledby="fits">
      <h2 id="fits">{t("learner:home.title")}</h2>
      <p className="mb-3">{t(`learner:home.about.${family}`)}</p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink to={paths.account.forYou()} icon="compass">
          {t("learner:for_you.title")}
        </ButtonLink>
        {family === "student" && (
          <ButtonLink to={paths.account.profile()} variant="secondary" icon="pencil">
            {t("learner:profile.title")}
          </ButtonLink>
        )}
      </p>
    </section>
  );
}

function Language() {
  const t = useT();
  const locale = useLocale();
  return (
    <section className="mt-10" aria-labelledby="language">
      <h2 id="language">{t("account:profile.language")}</h2>
      <p className="mb-3">{t("account:profile.language_about", { language: t(`language.${locale}`) })}</p>
      <form method="post" action={paths.account.language()}>
        <input type="hidden" name="next" value={paths.account.home()} />
        {LOCALES.filter((other) => other !== locale).map((other) => (
          <Button key={other} name="language" value={other} lang={other} variant="secondary" icon="languages">
            {t(`language.${other}`)}
          </Button>
        ))}
      </form>
    </section>
  );
}
