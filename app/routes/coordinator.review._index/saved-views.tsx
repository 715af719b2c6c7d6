import { Form, Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { TextField } from "#app/ui/text-field.tsx";

interface Props {
  views: { id: string; name: string; query: string }[];
  /** Of what is shown now. */
  query: string;
  idempotencyKey: string;
}

/** A coordinator's own ways to look at the queue, and a name for this one. */
export function SavedViews({ views, query, idempotencyKey }: Props) {
  const t = useT();
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1">
      {views.length > 0 && (
        <nav aria-label={t("queue:views.label")}>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {views.map(({ id, name, query: saved }) => (
              <li key={id}>
                <Link
                  to={paths.coordinator.review(saved)}
                  aria-current={saved === query ? "page" : undefined}
                  className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
                >
                  {name}
                </Link>
              </li>
            ))}
            <li>
              <Link to={paths.coordinator.views()} className="inline-flex min-h-11 items-center text-muted">
                {t("queue:views.manage")}
              </Link>
            </li>
          </ul>
        </nav>
      )}
      {!views.some(({ query: saved }) => saved === query) && query !== "" && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 text-primary">{t("queue:views.save_this")}</summary>
          <Form method="post" action={paths.coordinator.views()} className="flex flex-wrap items-end gap-x-3">
            <IdempotencyKey value={idempotencyKey} />
            <input type="hidden" name="query" value={query} />
            <TextField name="name" id="view-name" label={t("queue:views.name")} maxLength={60} required />
            <Button variant="secondary" icon="check" className="mb-5">
              {t("queue:views.save")}
            </Button>
          </Form>
        </details>
      )}
    </div>
  );
}
