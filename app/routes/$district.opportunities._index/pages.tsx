import { paths } from "#app/http/paths.ts";
import { useLocale } from "#app/i18n/locale.tsx";
import { withPage } from "#app/ui/list/list-address.ts";
import { PageLinks } from "#app/ui/list/page-links.tsx";

interface PagesProps {
  district: string;
  params: URLSearchParams;
  page: number;
  pages: number;
}

export function Pages({ district, params, page, pages }: PagesProps) {
  const locale = useLocale();
  return (
    <PageLinks {...{ page, pages }} address={(n) => paths.list(locale, district, withPage(params, n))} swap="top" />
  );
}
