import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "#app/auth/guards.server.ts";
import { everythingAbout } from "#app/domain/people/everything-about.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

/** Rows of one table that a page shows; the file has all. */
const ROWS_SHOWN = 20;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const tables = await everythingAbout(ctx);
  return {
    title: translator(args.context.locale)("account:export.title"),
    tables: tables.map(({ table, rows }) => ({
      table: table.replaceAll("_", " "),
      count: rows.length,
      rows: rows.slice(0, ROWS_SHOWN).map((row) => Object.entries(row).filter(hasValue).map(inText)),
    })),
  };
}

const hasValue = ([, value]: [string, unknown]) => value !== null && value !== undefined;
const inText = ([name, value]: [string, unknown]) => ({
  name,
  text: value instanceof Date ? value.toISOString() : typeof value === "string" ? value : JSON.stringify(value),
});

export default function Everything() {
  const { title, tables } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("account:export.lede")} />
      {/* Not the framework's form: the browser saves what comes back. */}
      <form method="post" action={paths.account.exportFile()} className="mb-8 flex flex-wrap gap-3 print:hidden">
        <Button icon="download">{t("account:export.download")}</Button>
        <ButtonLink to={paths.account.privacy()} variant="quiet">
          {t("account:back_to_data")}
        </ButtonLink>
      </form>
      {tables.map(({ table, count, rows }, index) => (
        <section key={index} className="mb-8">
          <h2 translate="no">
            {table} <span className="text-muted">{count}</span>
          </h2>
          {rows.map((row, number) => (
            <dl
              key={number}
              translate="no"
              className="mb-3 grid grid-cols-[minmax(8rem,max-content)_1fr] gap-x-4 rounded-card border border-line bg-surface p-4 text-sm"
            >
              {row.map(({ name, text }) => (
                <div key={name} className="contents">
                  <dt className="text-muted">{name}</dt>
                  <dd className="wrap-anywhere">{text}</dd>
                </div>
              ))}
            </dl>
          ))}
          {count > rows.length && (
            <p className="text-muted">{t("account:export.more", { count: count - rows.length })}</p>
          )}
        </section>
      ))}
    </>
  );
}
