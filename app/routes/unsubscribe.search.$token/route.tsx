import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { STOP_SEARCH } from "#app/domain/mail/link-purposes.ts";
import { findLinkedSearch, stopSearch } from "#app/domain/saved/asking.server.ts";
import { notFound } from "#app/http/id-param.ts";
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

/** The search whose mails are to stop; the token is all the proof there is, so this is all it opens. */
function searchIdIn({ params, context }: LoaderFunctionArgs): string {
  const searchId = context.keys.read(STOP_SEARCH, params.token ?? "");
  if (!searchId) throw notFound();
  return searchId;
}

/** A search that is there no longer is stopped: that is what was asked. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const found = await findLinkedSearch(context.db, searchIdIn(args));
  const t = translator(context.locale);
  if (!found) return { title: t("saved:stop.gone"), search: null };
  const say = await searchSayer(context, found.district);
  return { title: t("saved:stop.title"), search: say(found.query, found.follows) };
}

/**
 * The page's button, or a mail program's one click (RFC 8058): answered here, since such programs follow no redirect.
 * Both may come twice.
 */
export async function action(args: ActionFunctionArgs) {
  const searchId = searchIdIn(args);
  const { db, now } = args.context;
  await stopSearch({ db, now, actor: { kind: "visitor", userId: null } }, searchId);
  return data({ isStopped: true });
}

export default function StopSearch() {
  const { title, search } = useLoaderData<typeof loader>();
  const isStopped = useActionData<typeof action>()?.isStopped;
  const t = useT();
  const locale = useLocale();
  if (search === null)
    return (
      <EntryCard
        title={isStopped ? t("saved:stop.done") : title}
        lede={t(isStopped ? "saved:stop.done_about" : "saved:stop.gone_about")}
      >
        <ButtonLink to={paths.home(locale)} variant="secondary">
          {t("saved:confirm.list")}
        </ButtonLink>
      </EntryCard>
    );
  return (
    <EntryCard title={title} lede={t("saved:stop.lede")}>
      <p className="mb-5 text-lg font-semibold wrap-anywhere">{search}</p>
      <Form method="post">
        <Button>{t("saved:stop.button")}</Button>
      </Form>
    </EntryCard>
  );
}
