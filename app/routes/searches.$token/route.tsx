import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { CONFIRM_SEARCH } from "#app/domain/mail/link-purposes.ts";
import { confirmSearch, findLinkedSearch, isTooLate } from "#app/domain/saved/asking.server.ts";
import { paths } from "#app/http/paths.ts";
import { searchSayer } from "#app/http/saying-searches.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EntryCard } from "#app/ui/entry-card.tsx";

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
  const { district, follows, query, confirmedAt } = search;
  const say = await searchSayer(context, district);
  const shown = { district: district.name, slug: district.slug, follows, query, search: say(query, follows) };
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
  const { district, slug, follows, query, search } = shown;
  const isDone = state === "done";
  return (
    <EntryCard
      title={title}
      lede={
        follows === "editions"
          ? t(isDone ? "editions:following.done" : "editions:following.confirm", { district })
          : t(isDone ? "saved:confirm.done_about" : "saved:confirm.lede", { district })
      }
      below={t("saved:confirm.stop_any_time")}
    >
      <p className="mb-5 text-lg font-semibold wrap-anywhere">{search}</p>
      {isDone ? (
        <ButtonLink
          to={follows === "editions" ? paths.editions(locale, slug) : paths.list(locale, slug, query)}
          variant="secondary"
        >
          {t(follows === "editions" ? "editions:all.title" : "saved:account.show")}
        </ButtonLink>
      ) : (
        <Form method="post">
          <Button icon="check">{t("saved:confirm.button")}</Button>
        </Form>
      )}
    </EntryCard>
  );
}
