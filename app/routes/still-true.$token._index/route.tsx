import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getAsking } from "#app/domain/listings/asked-listings.server.ts";
import { askingParam } from "#app/http/asking-param.ts";
import { paths } from "#app/http/paths.ts";
import { DistrictWords, useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ListingView } from "#app/ui/listing-view.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Answers } from "./answers.tsx";
import { readAsked } from "./asked-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

const DONE = ["confirmed", "closed"] as const;

/** Shows what readers see and asks; only the buttons change anything, since mail programs follow links. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const askingId = askingParam(args);
  const asking = askingId && (await getAsking(context, askingId));
  const t = translator(context.locale);
  const token = params.token ?? "";
  if (!asking) {
    const title = t("freshness:link.dead");
    return data({ title, state: "dead" as const, done: null, asked: null, publicPage: null, token }, { status: 404 });
  }
  const { state, listing, district, opportunityId } = asking;
  const said = new URL(request.url).searchParams.get("done");
  const done = state === "open" ? null : (DONE.find((word) => word === said) ?? null);
  return data({
    title: state === "open" ? t("freshness:link.title") : t(`freshness:link.${done ?? state}`),
    state,
    done,
    asked: state === "open" && listing ? await readAsked(context, { district, listing, opportunityId }) : null,
    publicPage: listing && paths.listing(context.locale, district.slug, listing.slug),
    token,
  });
}

export default function StillTrue() {
  const { title, state, done, asked, publicPage, token } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  if (asked)
    return (
      <>
        <PageHeading title={title} lede={t("freshness:link.lede", asked.who)} />
        <Answers token={token} asked={asked} />
        <DistrictWords words={asked.words}>
          <ListingView listing={asked.view} now={asked.now} level={2} />
        </DistrictWords>
      </>
    );
  return (
    <>
      <PageHeading title={title} lede={t(`freshness:link.${done ?? state}_next` as "freshness:link.over_next")} />
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={paths.signIn(locale, paths.partner.home())}>{t("freshness:link.desk")}</ButtonLink>
        {publicPage && (
          <a href={publicPage} className="btn btn-secondary">
            {t("freshness:link.public")}
          </a>
        )}
      </div>
    </>
  );
}
