import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { currentPerson, requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { listEmbedSites } from "#app/domain/districts/embed-sites.server.ts";
import { readFilterNames } from "#app/domain/listings/filter-names.server.ts";
import { listAdmins } from "#app/domain/people/staff.server.ts";
import { embedSnippet, plainLink } from "#app/http/embed-snippet.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { AskAdmin } from "./ask-admin.tsx";
import { BuilderForm } from "./builder-form.tsx";
import { choicesOf, readBuilder } from "./builder.server.ts";
import { Snippet } from "./snippet.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The address holds all that is chosen, so a coordinator can keep it, send it, and come back to it. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const { locale, origin } = args.context;
  const district = await getDistrict(ctx.db, ctx.actor.districtId);
  if (!district) throw notFound();
  const [names, sites, person] = await Promise.all([
    readFilterNames(ctx.db, district, ctx.now),
    listEmbedSites(ctx.db, district.id),
    currentPerson(args),
  ]);
  const origins = sites.map((site) => site.origin);
  const t = translator(locale);
  const built = readBuilder(new URL(args.request.url).searchParams, { origins, t });
  const words = translator(built.locale);
  const shown = { origin, district: district.slug, locale: built.locale, asked: built.asked };
  const snippet = embedSnippet({
    ...{ ...shown, height: built.height },
    words: {
      title: words("front:embedded.title", { district: district.name }),
      link: words("front:embedded.all", { district: district.name }),
    },
  });
  return {
    title: t("front:builder.title"),
    ...{ typed: built.typed, errors: built.errors, height: built.height, snippet, link: plainLink(shown) },
    preview: paths.coordinator.embed.preview(built.preview),
    choices: choicesOf(t, locale, names),
    origins,
    // Whom to ask for another site; nobody, for who may add it.
    admins: person?.staffOf?.role === "admin" ? [] : await listAdmins(ctx),
  };
}

export default function EmbedBuilder() {
  const { title, typed, errors, height, snippet, link, preview, choices, origins, admins } =
    useLoaderData<typeof loader>();
  const t = useT();
  const isAdmin = admins.length === 0;
  return (
    <>
      <PageHeading
        title={title}
        lede={t("front:builder.lede")}
        actions={
          isAdmin && (
            <ButtonLink to={paths.coordinator.embed.sites()} variant="secondary" icon="shield-check">
              {t("front:sites.title")}
            </ButtonLink>
          )
        }
      />
      {origins.length === 0 && (
        <Notice tone="warning" title={t("front:builder.no_sites")}>
          {isAdmin ? (
            <Link to={paths.coordinator.embed.sites()}>{t("front:sites.add")}</Link>
          ) : (
            <AskAdmin admins={admins} />
          )}
        </Notice>
      )}
      {origins.length > 0 && !isAdmin && <AskAdmin admins={admins} />}
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <section aria-labelledby="choose">
          <h2 id="choose" className="mb-3">
            {t("front:builder.choose")}
          </h2>
          <BuilderForm {...{ typed, errors, choices, origins }} />
        </section>
        <section aria-labelledby="preview">
          <h2 id="preview" className="mb-3">
            {t("front:builder.preview")}
          </h2>
          <iframe
            src={preview}
            title={t("front:builder.preview")}
            height={height}
            className="mb-8 w-full rounded-card border border-line"
          />
          <Snippet snippet={snippet} link={link} />
        </section>
      </div>
    </>
  );
}
