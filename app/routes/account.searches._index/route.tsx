import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { requirePerson } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { listSearches } from "#app/domain/saved/searches.server.ts";
import { paths } from "#app/http/paths.ts";
import { searchSayer } from "#app/http/saying-searches.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { sentence } from "#app/ui/listing-words.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const searches = await listSearches(ctx);
  const districts = new Map<string, { name: string; slug: string; say: Awaited<ReturnType<typeof searchSayer>> }>();
  for (const districtId of new Set(searches.map((search) => search.districtId))) {
    const district = (await getDistrict(ctx.db, districtId))!;
    districts.set(districtId, { ...district, say: await searchSayer(args.context, district) });
  }
  return {
    title: translator(args.context.locale)("saved:account.title"),
    searches: searches.map(({ id, follows, query, name, cadence, pausedAt, districtId }) => {
      const { slug, say, ...district } = districts.get(districtId)!;
      const key = crypto.randomUUID();
      const shown = { id, follows, query, name, cadence, key, slug, isPaused: !!pausedAt };
      return { ...shown, district: district.name, search: say(query, follows) };
    }),
  };
}

type Search = ReturnType<typeof useLoaderData<typeof loader>>["searches"][number];
const DONE = ["saved", "changed", "deleted", "paused", "resumed"] as const;

export default function SavedSearches() {
  const { title, searches } = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const done = DONE.find((word) => word === asked.get("done"));
  const t = useT();
  const locale = useLocale();
  return (
    <div className="max-w-3xl">
      <PageHeading title={title} lede={t("saved:account.lede")} />
      {done && <Notice tone="success" title={t(`saved:account.done.${done}`)} live />}
      {searches.length === 0 && (
        <EmptyState title={t("saved:account.none")}>
          <p>{t("saved:account.none_about")}</p>
          <a href={paths.home(locale)}>{t("saved:confirm.list")}</a>
        </EmptyState>
      )}
      <ul className="grid gap-4">
        {searches.map((search) => (
          <li key={search.id} className="rounded-card border border-line bg-surface p-4">
            <SavedSearch search={search} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function SavedSearch({
  search: { id, follows, query, name, cadence, key, slug, district, search, isPaused },
}: {
  search: Search;
}) {
  const t = useT();
  const locale = useLocale();
  const called = name ?? sentence(search);
  const isSearch = follows === "search";
  const cadenceSaid = isSearch ? t(`saved:cadence.${cadence}`) : t("editions:following.each");
  const show = t(isSearch ? "saved:account.show" : "editions:all.title");
  return (
    <>
      <h2 className="text-lg wrap-anywhere">{called}</h2>
      {name && <p className="wrap-anywhere">{search}</p>}
      <p className="text-muted">
        {t("saved:account.district", { district })} · {isPaused ? t("saved:account.paused") : cadenceSaid}
      </p>
      <p className="my-2">
        <a
          href={isSearch ? paths.list(locale, slug, query) : paths.editions(locale, slug)}
          aria-label={`${show}: ${called}`}
        >
          {show}
        </a>
      </p>
      <div className="flex flex-wrap gap-3">
        {isSearch && (
          <ButtonLink to={paths.account.search(id)} variant="secondary" icon="pencil">
            {t("saved:account.change")} <span className="sr-only">{called}</span>
          </ButtonLink>
        )}
        <Form method="post" action={paths.account.searchPause(id)}>
          <IdempotencyKey value={key} />
          <Button name="pause" value={isPaused ? "no" : "yes"} variant="secondary">
            {t(isPaused ? "saved:account.resume" : "saved:account.pause")} <span className="sr-only">{called}</span>
          </Button>
        </Form>
        <Link to={paths.account.searchDeletion(id)} className="btn btn-quiet">
          {t("saved:account.delete")} <span className="sr-only">{called}</span>
        </Link>
      </div>
    </>
  );
}
