import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "#app/auth/guards.server.ts";
import { readHealth } from "#app/domain/operations/health.server.ts";
import { listRefused } from "#app/domain/operations/refused-listings.server.ts";
import { paths } from "#app/http/paths.ts";
import { sayInstant } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Figures, type Figure } from "./figures.tsx";
import { lookAtEngines } from "./engines.server.ts";
import { RefusedTable } from "./refused-table.tsx";

/** The clock ticks each minute. */
const CLOCK_LATE_MS = 3 * 60_000;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOperator(args);
  const { locale, search } = args.context;
  const [{ workers, ...health }, engines, refused] = await Promise.all([
    readHealth(ctx),
    lookAtEngines(ctx.db, search),
    listRefused(ctx),
  ]);
  const { clockRanAt } = workers;
  return {
    title: translator(locale)("operator:nav.health"),
    ...health,
    engines,
    refused: refused.map((row) => ({ ...row, since: sayInstant(row.since, locale, "UTC") })),
    asked: sayInstant(ctx.now, locale, "UTC"),
    workers: {
      atWork: workers.atWork,
      clockRan: clockRanAt && sayInstant(clockRanAt, locale, "UTC"),
      isLate: !clockRanAt || ctx.now.getTime() - clockRanAt.getTime() > CLOCK_LATE_MS,
    },
  };
}

export default function Health() {
  const { title, asked, queue, mail, workers, engines, refused } = useLoaderData<typeof loader>();
  const t = useT();
  const problems = [
    workers.isLate && t("operator:health.clock_late"),
    queue.dead > 0 && t("operator:health.dead_jobs", { count: queue.dead }),
    mail.parked > 0 && t("operator:health.parked_mails", { count: mail.parked }),
    ...engines.map(({ name, documents, drift }) => {
      if (documents === null) return t("operator:health.engine_away", { name });
      return drift > 0 && t("operator:health.engine_differs", { name, count: drift });
    }),
    refused.length > 0 && t("operator:refused.problem", { count: refused.length }),
  ].filter((problem) => problem !== false);
  return (
    <>
      <PageHeading
        title={title}
        lede={t("operator:health.asked", { when: asked })}
        actions={
          <ButtonLink to={paths.operator.home()} variant="secondary" icon="clock">
            {t("operator:health.again")}
          </ButtonLink>
        }
      />
      {problems.length > 0 ? (
        <Notice tone="warning" title={t("operator:health.look")}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="success" title={t("operator:health.well")} />
      )}
      {refused.length > 0 && <RefusedTable rows={refused} />}
      <Sections />
    </>
  );
}

function Sections() {
  const { database, queue, workers, mail, engines } = useLoaderData<typeof loader>();
  const t = useT();
  const seconds = (value: number | null) =>
    value === null ? t("operator:figures.none") : t("operator:figures.seconds", { count: value });
  const counts = <K extends string>(names: readonly K[], of: Record<K, number>, say: (name: K) => string): Figure[] =>
    names.map((name) => ({ label: say(name), value: String(of[name]) }));
  return (
    <>
      <Figures
        title={t("operator:health.database")}
        figures={[
          { label: t("operator:figures.answered"), value: t("operator:figures.ms", { count: database.milliseconds }) },
          {
            label: t("operator:figures.connections"),
            value: t("operator:figures.of", { part: database.connections, whole: database.mostConnections }),
          },
          { label: t("operator:figures.size"), value: t("operator:figures.mb", { count: database.megabytes }) },
        ]}
      />
      <Figures
        title={t("operator:health.queue")}
        figures={[
          ...counts(["waiting", "underWay", "later", "failing", "dead"], queue, (name) => t(`operator:queue.${name}`)),
          { label: t("operator:figures.oldest"), value: seconds(queue.oldestSeconds) },
          { label: t("operator:figures.at_work"), value: String(workers.atWork) },
          { label: t("operator:figures.clock"), value: workers.clockRan ?? t("operator:figures.never") },
        ]}
      />
      <Figures
        title={t("operator:health.search")}
        figures={engines.map(({ name, documents, drift }) => ({
          label: name,
          value:
            documents === null
              ? t("operator:figures.away")
              : t("operator:figures.documents", { count: documents, drift: String(drift) }),
        }))}
      />
      <Figures
        title={t("operator:health.mail")}
        figures={[
          ...counts(["waiting", "held", "parked", "sent", "dropped", "bounced", "complained"], mail, (name) =>
            t(`operator:mails.${name}`),
          ),
          { label: t("operator:figures.oldest_mail"), value: seconds(mail.oldestSeconds) },
        ]}
      />
    </>
  );
}
