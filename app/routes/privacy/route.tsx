import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RETENTION } from "#app/domain/people/retention.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Cell, DataRow, DataTable } from "#app/ui/data-table.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function loader({ context }: LoaderFunctionArgs) {
  return { title: translator(context.locale)("people:retention.title") };
}

/** What we keep about people, for how long and why: the table the code has. */
export default function Privacy() {
  const { title } = useLoaderData<typeof loader>();
  const t = useT();
  const columns = [t("people:retention.what"), t("people:retention.how_long"), t("people:retention.why")];
  return (
    <>
      <PageHeading title={title} lede={t("people:retention.lede")} />
      <DataTable caption={title} columns={columns}>
        {RETENTION.map(({ what, days }) => (
          <DataRow key={what}>
            <Cell>
              <strong>{t(`people:retention.kinds.${what}.what`)}</strong>
            </Cell>
            <Cell label={columns[1]}>{t(`people:retention.kinds.${what}.how_long`, { count: days ?? 0 })}</Cell>
            <Cell label={columns[2]}>{t(`people:retention.kinds.${what}.why`)}</Cell>
          </DataRow>
        ))}
      </DataTable>
      <p className="mt-6">{t("people:retention.rights")}</p>
    </>
  );
}
