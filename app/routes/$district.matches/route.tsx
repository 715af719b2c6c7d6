import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Filters } from "./filters.tsx";
import { MatchList } from "./match-list.tsx";
import { Result } from "./result.tsx";
import { readMatchesPage } from "./matches-page.server.ts";
import { useLede } from "#app/ui/learner/match-words.tsx";

/** The address holds a person's answers: no cache keeps the page, no search engine lists it. */
const PRIVATE = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw new Response(null, { status: 404 });
  const page = await readMatchesPage(context, district, new URL(request.url).searchParams);
  const title = `${translator(context.locale)("interests:matches.title")} · ${district.name}`;
  return data({ ...page, title, district: district.slug }, { headers: PRIVATE });
}

export default function MatchesPage() {
  const page = useLoaderData<typeof loader>();
  const { district, result, address } = page;
  const t = useT();
  const locale = useLocale();
  const lede = useLede(result);
  const questions = paths.interests(locale, district, address);
  return (
    <div className="wrap matches">
      <PageHeading
        title={t(result.answered > 0 ? "interests:matches.title" : "interests:matches.title_plain")}
        lede={lede}
        actions={
          <ButtonLink to={questions} variant={result.standing === "clear" ? "secondary" : "primary"} icon="pencil">
            {t(result.answered > 0 ? "interests:matches.change_answers" : "interests:matches.take_questions")}
          </ButtonLink>
        }
      />
      {result.standing === "clear" && <Result result={result} page={page} />}
      {result.standing === "flat" && page.rest && (
        <p className="mb-3">
          <a href={page.rest.href}>{t("interests:matches.rest", { count: page.rest.count })}</a>
        </p>
      )}
      {result.answered > 0 && (
        <p className="mb-4">
          <a href={paths.account.keepAnswers(page.filters.answers)}>{t("learner:keep.link")}</a>
        </p>
      )}
      <div className="matches-body">
        <Filters filters={page.filters} district={district} />
        <MatchList page={page} />
      </div>
    </div>
  );
}
