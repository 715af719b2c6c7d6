import { useT } from "#app/i18n/locale.tsx";
import { Button } from "./button.tsx";

/**
 * A table as it stands, all its pages, as a file. A POST, since the log notes that it was taken; not the framework's
 * form, since the browser keeps what comes back and stays where it is.
 */
export function DownloadTable({ action, query }: { action: string; query?: URLSearchParams | string }) {
  const t = useT();
  return (
    <form method="post" action={action} className="mt-5 print:hidden">
      {[...new URLSearchParams(query)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant="secondary" icon="download">
        {t("exchange:table.download")}
      </Button>
    </form>
  );
}
