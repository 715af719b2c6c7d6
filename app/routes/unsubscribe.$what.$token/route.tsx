import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { unsubscribeFrom } from "#app/domain/mail/link-purposes.ts";
import { CADENCES, CATEGORIES, DEFAULT_CADENCE, type Category, type Declinable } from "#app/domain/mail/mails.ts";
import { cadencesOf, categoriesOf, chooseCadences } from "#app/domain/mail/preferences.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Whose mails of which kind the address is about; what it says is all the proof there is, so it is all it opens. */
function subjectOf({ params, context }: LoaderFunctionArgs): { what: Declinable; userId: string } {
  const what = (["all", ...CATEGORIES] as const).find((one) => one === params.what);
  const userId = what && context.keys.read(unsubscribeFrom(what), params.token ?? "");
  if (!what || !userId) throw notFound();
  return { what, userId };
}

export async function loader(args: LoaderFunctionArgs) {
  const { what } = subjectOf(args);
  const { locale } = args.context;
  return { what, title: translator(locale)(`mail:stop.${what}.title`) };
}

/**
 * The page's button, or a mail program's one click (RFC 8058), whose body says nothing we need: it is answered here,
 * since such programs follow no redirect. Both may come twice.
 */
export async function action(args: ActionFunctionArgs) {
  const { what, userId } = subjectOf(args);
  const { db, now } = args.context;
  const ctx = { db, now, actor: { kind: "person", userId } } as const;
  const form = await args.request.formData();
  const before = await cadencesOf(db, userId);
  const back = form.get("choice") === "back";
  const chosen = Object.fromEntries(
    categoriesOf(what).map((category) => [category, back ? cadenceBefore(form, category) : "never"]),
  );
  const outcome = await chooseCadences(ctx, chosen);
  if (!outcome.ok) throw notFound();
  return data({ back, before: Object.entries(before).filter(([, cadence]) => cadence !== "never") });
}

const cadenceBefore = (form: FormData, category: Category) =>
  CADENCES.find((cadence) => cadence === form.get(category)) ?? DEFAULT_CADENCE[category];

export default function Unsubscribe() {
  const { what, title } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useT();
  const manage = (
    <ButtonLink to={paths.account.mail()} variant="secondary">
      {t("mail:stop.manage")}
    </ButtonLink>
  );
  if (done && !done.back)
    return (
      <>
        <PageHeading title={t("mail:stop.done")} lede={t(`mail:stop.${what}.done`)} />
        <Form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="choice" value="back" />
          {done.before.map(([category, cadence]) => (
            <input key={category} type="hidden" name={category} value={cadence} />
          ))}
          <Button variant="secondary">{t("mail:stop.undo")}</Button>
          {manage}
        </Form>
      </>
    );
  return (
    <>
      <PageHeading title={done ? t("mail:stop.back") : title} lede={t(done ? "mail:stop.goes_on" : "mail:stop.lede")} />
      <Form method="post" className="flex flex-wrap gap-3">
        <Button variant={done ? "secondary" : "primary"}>{t(`mail:stop.${what}.button`)}</Button>
        {manage}
      </Form>
    </>
  );
}
