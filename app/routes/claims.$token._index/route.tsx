import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getClaim } from "#app/domain/listings/claims.server.ts";
import { claimParam } from "#app/http/answer-claim.server.ts";
import { paths } from "#app/http/paths.ts";
import { DistrictWords, useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ListingView } from "#app/ui/listing-view.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { ClaimAnswers } from "./claim-answers.tsx";
import { readClaimPage } from "./claim-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

/** Shows what was entered and asks; only the buttons change anything, since mail programs follow links. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const askingId = claimParam(args);
  const claim = askingId && (await getClaim(context, askingId));
  const t = translator(context.locale);
  const token = params.token ?? "";
  if (!claim) {
    const title = t("joining:claim.dead");
    return data({ title, state: "dead" as const, district: "", entered: null, token }, { status: 404 });
  }
  const district = claim.district.name;
  if (claim.state === "open") {
    const title = t("joining:claim.title", { district });
    return data({ title, state: claim.state, district, entered: await readClaimPage(context, claim), token });
  }
  const done = new URL(request.url).searchParams.get("done");
  const state = claim.state === "over" && done === "closed" ? ("closed" as const) : claim.state;
  return data({ title: t(`joining:claim.${state}`), state, district, entered: null, token });
}

export default function ClaimPage() {
  const { title, state, district, entered, token } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  if (entered)
    return (
      <>
        <PageHeading title={title} lede={t("joining:claim.lede", entered.who)} />
        <ClaimAnswers token={token} entered={entered} />
        <DistrictWords words={entered.words}>
          <ListingView listing={entered.view} now={entered.now} level={2} />
        </DistrictWords>
      </>
    );
  return (
    <>
      <PageHeading title={title} lede={t(`joining:claim.${state}_next` as "joining:claim.dead_next", { district })} />
      {state === "claimed" && (
        <ButtonLink to={paths.signIn(locale, paths.partner.home())}>{t("joining:claim.desk")}</ButtonLink>
      )}
    </>
  );
}
