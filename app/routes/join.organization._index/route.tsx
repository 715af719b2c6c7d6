import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import { findLikelySame } from "#app/domain/organizations/founding.server.ts";
import { listOwnMembershipRequests } from "#app/domain/organizations/membership-requests.server.ts";
import { tidyLine } from "#app/domain/opportunities/plain-text.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { AskToJoin } from "#app/ui/ask-to-join.tsx";
import { Button } from "#app/ui/button.tsx";
import { JoiningAs } from "#app/ui/joining-as.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const LONGEST = 120;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const person = await currentPerson(args);
  if (person?.studentOf) throw redirect(paths.account.home());
  const q = tidyLine(new URL(args.request.url).searchParams.get("q") ?? "").slice(0, LONGEST);
  return {
    title: translator(args.context.locale)("joining:organization.title"),
    email: person?.email ?? "",
    q,
    found: q ? await findLikelySame(ctx.db, { name: q }) : [],
    waiting: await listOwnMembershipRequests(ctx),
    idempotencyKey: crypto.randomUUID(),
  };
}

/** Looked for first, so that one organization is vetted once; created only when it is not here. */
export default function FindOrganization() {
  const { email, q, found, waiting, idempotencyKey } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <JoiningAs email={email} />
      <PageHeading title={t("joining:organization.title")} lede={t("joining:organization.lede")} />
      {waiting.map(({ id, organization }) => (
        <Notice key={id} tone="success" title={t("joining:organization.waits", { organization })}>
          <p>{t("joining:organization.waits_text")}</p>
        </Notice>
      ))}
      <form method="get" action={paths.join.organization(locale)} className="mt-6" role="search">
        <TextField
          name="q"
          defaultValue={q}
          label={t("joining:organization.name")}
          help={t("joining:organization.name_help")}
          maxLength={LONGEST}
          required
        />
        <Button icon="search">{t("joining:organization.look")}</Button>
      </form>
      {q && (
        <section aria-labelledby="found" className="mt-8 measure">
          <h2 id="found" className="mb-3">
            {t("joining:organization.found", { count: found.length })}
          </h2>
          <AskToJoin organizations={found} idempotencyKey={idempotencyKey} />
          <h3 className="mt-8">{t("joining:organization.none")}</h3>
          <p className="mb-3 text-muted">{t("joining:organization.none_text")}</p>
          <a href={paths.join.newOrganization(locale, q)} className="btn btn-secondary">
            {t("joining:organization.create")}
          </a>
        </section>
      )}
    </>
  );
}
