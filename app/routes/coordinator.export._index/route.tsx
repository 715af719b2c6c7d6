import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

const IN_IT = ["settings", "list", "partners", "people", "log"] as const;
const NOT_IN_IT = ["families", "secrets", "drafts"] as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  await requireAdmin(args);
  return { title: translator(args.context.locale)("exchange:export.title") };
}

export default function ExportDesk() {
  const t = useT();
  return (
    <div className="measure">
      <PageHeading title={t("exchange:export.title")} lede={t("exchange:export.lede")} />
      <h2>{t("exchange:export.in_it")}</h2>
      <ul className="my-3 list-disc space-y-1 ps-5">
        {IN_IT.map((what) => (
          <li key={what}>{t(`exchange:export.has.${what}`)}</li>
        ))}
      </ul>
      <h2 className="mt-6">{t("exchange:export.not_in_it")}</h2>
      <ul className="my-3 list-disc space-y-1 ps-5">
        {NOT_IN_IT.map((what) => (
          <li key={what}>{t(`exchange:export.lacks.${what}`)}</li>
        ))}
      </ul>
      <p className="my-4 text-muted">{t("exchange:export.care")}</p>
      {/* A file comes back, which only the browser itself can save. */}
      <form method="post" action={paths.coordinator.archive()}>
        <Button icon="download">{t("exchange:export.download")}</Button>
      </form>
    </div>
  );
}
