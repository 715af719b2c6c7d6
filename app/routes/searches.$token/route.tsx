import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { CONFIRM_SEARCH } from "#app/domain/mail/link-purposes.ts";
import { confirmSearch, findLinkedSearch, isTooLate } from "#app/domain/saved/asking.server.ts";
import { toldOf, type Told } from "#app/domain/saved/searches.ts";
import { paths } from "#app/http/paths.ts";
import { searchSayer } from "#app/http/saying-searches.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EntryCard } from "#app/ui/entry-card.tsx";

const LEDES = {
  editions: { asks: "editions:following.confirm", done: "editions:following.done" },
  list: { asks: "saved:whole.confirm", done: "saved:whole.done" },
  search: { asks: "saved:confirm.lede", done: "saved:confirm.done_about" },
} as const satisfies Record<Told, Record<"asks" | "done", string>>;

const SHOWS = {
  editions: "editions:all.title",
  list: "saved:confirm.list",
  search: "saved:account.show",
} as const satisfies Record<Told, string>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

const idIn = ({ params, context }: Pick<LoaderFunctionArgs, "params" | "context">) =>
  context.keys.read(CONFIRM_SEARCH, params.token ?? "");

/** Only looks: mail programs follow links to see where they lead. 410 for a link that stands for nothing any more. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const t = translator(context.locale);
  const searchId = idIn(args);
  const search = searchId && (await findLinkedSearch(context.db, searchId));
  if (!search || search.userId !== null || isTooLate(search, context.now))
    return data({ state: "dead" as const, title: t("saved:confirm.dead"), shown: null }, { status: 410 });
  const { district, follows, query, cadence, confirmedAt } = search;
  const say = await searchSayer(context, district);
  const told = toldOf(search);
  const shown = { district: district.name, slug: district.slug, told, query, cadence, search: say(query, follows) };
  const state = confirmedAt ? "done" : "asks";
  return data({ state, title: t(confirmedAt ? "saved:confirm.done" : "saved:confirm.title"), shown });
}

export async function action(args: ActionFunctionArgs) {
  const { db, now, keys, locale } = args.context;
  const searchId = idIn(args);
  const here = paths.confirmSearch(locale, args.params.token ?? "");
  if (!searchId) return redirect(here);
  const outcome = await confirmSearch({ db, now, actor: { kind: "visitor", userId: null } }, searchId);
  return redirect(outcome.ok ? paths.confirmSearch(locale, keys.sign(CONFIRM_SEARCH, outcome.value.searchId)) : here);
}

export default function ConfirmSearch() {
  const { state, title, shown } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  if (!shown)
    return (
      <EntryCard title={title} lede={t("saved:confirm.dead_about")}>
        <ButtonLink to={paths.home(locale)} variant="secondary">
          {t("saved:confirm.list")}
        </ButtonLink>
      </EntryCard>
    );
  const { district, slug, told, query, cadence, search } = shown;
  const isDone = state === "done";
  return (
    <EntryCard
      title={title}
      lede={t(LEDES[told][isDone ? "done" : "asks"], { district })}
      below={t("saved:confirm.stop_any_time")}
    >
      <p className="mb-5 text-lg font-semibold wrap-anywhere">
        {told === "list" ? t(`saved:cadence.${cadence}`) : search}
      </p>
      {isDone ? (
        <ButtonLink
          to={told === "editions" ? paths.editions(locale, slug) : paths.list(locale, slug, query)}
          variant="secondary"
        >
          {t(SHOWS[told])}
        </ButtonLink>
      ) : (
        <Form method="post">
          <Button icon="check">{t("saved:confirm.button")}</Button>
        </Form>
      )}
    </EntryCard>
  );
}
