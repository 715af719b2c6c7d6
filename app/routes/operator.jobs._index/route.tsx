import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireOperator } from "#app/auth/guards.server.ts";
import { listDeadJobs } from "#app/domain/operations/dead-jobs.server.ts";
import { paths } from "#app/http/paths.ts";
import { sayInstant } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { Cell, DataRow, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

const DONE = ["retry", "forget", "gone"] as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOperator(args);
  const { locale } = args.context;
  const done = new URL(args.request.url).searchParams.get("done");
  const jobs = await listDeadJobs(ctx);
  return {
    title: translator(locale)("operator:jobs.title"),
    done: DONE.find((each) => each === done) ?? null,
    jobs: jobs.map(({ failedAt, ...job }) => ({ ...job, failed: sayInstant(failedAt, locale, "UTC") })),
  };
}

export default function DeadJobs() {
  const { title, jobs, done } = useLoaderData<typeof loader>();
  const t = useT();
  const [job, failed, error, decide] = (["job", "failed", "error", "decide"] as const).map((key) =>
    t(`operator:jobs.${key}`),
  );
  return (
    <>
      <PageHeading title={title} lede={t("operator:jobs.lede")} />
      {done && <Notice tone={done === "gone" ? "info" : "success"} title={t(`operator:jobs.done.${done}`)} />}
      {jobs.length === 0 ? (
        <EmptyState title={t("operator:jobs.none")} />
      ) : (
        <DataTable caption={title} columns={[job!, failed!, error!, decide!]}>
          {jobs.map((row) => (
            <DataRow key={row.id}>
              <Cell>
                <span className="font-semibold">{row.job}</span>
                <span className="block text-muted">{t("operator:jobs.number", { number: row.id })}</span>
              </Cell>
              <Cell label={failed}>
                {row.failed}
                <span className="block text-muted">{t("operator:jobs.tries", { count: row.attempts })}</span>
              </Cell>
              <Cell label={error}>{row.error}</Cell>
              <Cell>
                <Form method="post" action={paths.operator.jobDecision(row.id)} className="flex flex-wrap gap-2">
                  <Button name="choice" value="retry" variant="secondary" icon="undo-2">
                    {t("operator:jobs.retry")}
                  </Button>
                  <Button name="choice" value="forget" variant="quiet" icon="trash-2">
                    {t("operator:jobs.forget")}
                  </Button>
                </Form>
              </Cell>
            </DataRow>
          ))}
        </DataTable>
      )}
    </>
  );
}
