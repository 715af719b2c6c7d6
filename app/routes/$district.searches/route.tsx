import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { currentPerson } from "#app/auth/guards.server.ts";
import { isAddress } from "#app/domain/mail/address.ts";
import { askToSave } from "#app/domain/saved/asking.server.ts";
import { CONFIRM_DAYS, MOST_SEARCHES, SEARCH_CADENCES, toldOf, type Told } from "#app/domain/saved/searches.ts";
import { saveSearch } from "#app/domain/saved/searches.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Icon } from "#app/ui/icon.tsx";
import { searchAt } from "./search-at.server.ts";
import { SaveForm, type SaveFields } from "./save-form.tsx";

const cadence = z.enum(SEARCH_CADENCES, { error: "saved:errors.cadence" });
const Saved = z.object({ cadence, idempotencyKey: z.uuid() });
const Asked = Saved.extend({
  email: z.string().trim().refine(isAddress, { error: "saved:errors.email" }),
  /** Nobody sees it, so whoever fills it in is a program. */
  website: z.string().optional(),
});

const TITLES = {
  editions: "editions:following.title",
  list: "saved:whole.title",
  search: "saved:form.title",
} as const satisfies Record<Told, string>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

/** The search that the address asks for, in words, and how to have what is new written to oneself. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { district, follows, query, ...shown } = await searchAt(args);
  const isSent = new URL(request.url).searchParams.has("sent");
  const person = await currentPerson(args);
  return {
    ...shown,
    ...{ isSent, follows, query, slug: district.slug, email: person?.email ?? null },
    title: translator(context.locale)(isSent ? "saved:sent.title" : TITLES[toldOf({ follows, query })]),
    idempotencyKey: crypto.randomUUID(),
  };
}

/** Into the account of whoever is signed in; else the address is asked first, and the answer is the same for each. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { db, now, locale } = context;
  const { district, follows, query } = await searchAt(args);
  const search = { districtId: district.id, follows, query };
  const person = await currentPerson(args);
  if (person) {
    const form = await readForm(args, Saved);
    if (!form.ok) return unprocessable(form);
    const ctx = { db, now, actor: { kind: "person", userId: person.id } } as const;
    const outcome = await saveSearch(ctx, { ...search, ...form.value });
    if (outcome.ok) return redirect(paths.account.searches("saved"));
    if (outcome.refusal === "not_found") throw notFound();
    const message = translator(locale)("saved:errors.too_many", { count: MOST_SEARCHES });
    return conflict({ cadence: form.value.cadence }, message);
  }
  const form = await readForm(args, Asked);
  if (!form.ok) return unprocessable(form);
  const { website, email, ...how } = form.value;
  const sent = redirect(paths.searchAsked(locale, district.slug, search));
  if (website) return sent;
  const wait = await countTry(context, "save_search", email);
  if (wait !== null) return tooManyTries(context, { email, cadence: how.cadence }, wait);
  const visitor = { db, now, actor: { kind: "visitor", userId: null } } as const;
  await askToSave(visitor, { ...search, ...how, address: email, locale });
  return sent;
}

export default function SaveSearch() {
  const page = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const told = toldOf(page);
  const defaultValue = { cadence: told === "list" ? "weekly" : "daily" };
  const [form, fields] = useForm<SaveFields>({ id: "search", lastResult, defaultValue });
  const t = useT();
  const locale = useLocale();
  const { title, slug, follows, query, isSent } = page;
  const isSearch = follows === "search";
  const here = isSearch ? paths.saveSearch(locale, slug, query) : paths.followEditions(locale, slug);
  return (
    <div className="wrap listing-page">
      <a href={isSearch ? paths.list(locale, slug, query) : paths.editions(locale, slug)} className="back-link">
        <Icon name="arrow-left" />
        {t(isSearch ? "saved:form.back" : "editions:all.title")}
      </a>
      <div className="max-w-xl">
        <h1>{title}</h1>
        {isSent ? (
          <p className="lede">{t("saved:sent.body", { count: CONFIRM_DAYS })}</p>
        ) : (
          <form method="post" action={here} {...getFormProps(form)}>
            <SaveForm form={form} fields={fields} page={{ ...page, told, here }} />
          </form>
        )}
      </div>
    </div>
  );
}
