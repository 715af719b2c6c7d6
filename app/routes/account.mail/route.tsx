import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import { CADENCES, CATEGORIES, WEEKLY_ONLY } from "#app/domain/mail/mails.ts";
import { cadencesOf, chooseCadences } from "#app/domain/mail/preferences.server.ts";
import { categoriesOf } from "#app/domain/people/mail-categories.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";

const Choice = z.object({
  ...(Object.fromEntries(CATEGORIES.map((category) => [category, z.enum(CADENCES).optional()])) as Record<
    (typeof CATEGORIES)[number],
    z.ZodOptional<z.ZodEnum<{ [C in (typeof CADENCES)[number]]: C }>>
  >),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const person = await currentPerson(args);
  const isStaff = person?.staffOf != null;
  const isPartner = (person?.organizationIds.length ?? 0) > 0;
  const isFamily = person?.studentOf != null || person?.parentOf != null;
  return {
    title: translator(args.context.locale)("account:nav.mail"),
    categories: categoriesOf({ isStaff, isPartner, isFamily }),
    cadences: await cadencesOf(ctx.db, ctx.actor.userId),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const form = await readForm(args, Choice);
  if (!form.ok) return unprocessable(form);
  // Saying it twice is saying it once.
  await chooseCadences(ctx, form.value);
  return redirect(`${paths.account.mail()}?done=saved`);
}

export default function Mail() {
  const { title, categories, cadences } = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const t = useT();
  return (
    <div className="max-w-2xl">
      <PageHeading title={title} lede={t("account:mail.lede")} />
      {asked.get("done") === "saved" && <Notice tone="success" title={t("account:mail.saved")} live />}
      {categories.length > 0 ? (
        <Form method="post">
          {categories.map((category) => (
            <RadioGroup
              key={category}
              name={category}
              id={category}
              legend={t(`account:mail.categories.${category}`)}
              help={t(`account:mail.about.${category}`)}
              defaultValue={cadences[category]}
              options={CADENCES.filter(
                (cadence) => !WEEKLY_ONLY.has(category) || cadence === "weekly" || cadence === "never",
              ).map((value) => ({ value, label: t(`account:mail.cadences.${value}`) }))}
            />
          ))}
          <Button>{t("account:mail.save")}</Button>
        </Form>
      ) : (
        <p>{t("account:mail.nothing_to_choose")}</p>
      )}
      <p className="mt-8 text-muted">{t("account:mail.always")}</p>
    </div>
  );
}
