import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireOperator } from "#app/auth/guards.server.ts";
import { countSuppressions, listParkedMails, listSuppressions } from "#app/domain/operations/parked-mails.server.ts";
import { PARKED_OUTCOMES } from "#app/domain/operations/parked-mails.ts";
import { paths } from "#app/http/paths.ts";
import { sayInstant } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { Cell, DataRow, DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

const DONE = [...PARKED_OUTCOMES, "lifted", "gone"] as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOperator(args);
  const { locale } = args.context;
  const done = new URL(args.request.url).searchParams.get("done");
  const [parked, suppressed, lost] = await Promise.all([
    listParkedMails(ctx),
    listSuppressions(ctx),
    countSuppressions(ctx),
  ]);
  const say = (at: Date | null) => at && sayInstant(at, locale, "UTC");
  return {
    title: translator(locale)("operator:nav.mail"),
    done: DONE.find((each) => each === done) ?? null,
    lost,
    parked: parked.map(({ createdAt, firstTriedAt, ...mail }) => ({ ...mail, when: say(firstTriedAt ?? createdAt) })),
    suppressed: suppressed.map(({ at, ...row }) => ({ ...row, since: say(at) })),
  };
}

export default function Mail() {
  const { title, done } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("operator:mail.lede")} />
      {done && <Notice tone={done === "gone" ? "info" : "success"} title={t(`operator:mail.done.${done}`)} />}
      <Parked />
      <Suppressed />
    </>
  );
}

function Parked() {
  const { parked } = useLoaderData<typeof loader>();
  const t = useT();
  const [kind, to, when, problem, decide] = (["kind", "to", "when", "problem", "decide"] as const).map((key) =>
    t(`operator:mail.${key}`),
  );
  return (
    <section className="mt-6">
      <h2>{t("operator:mail.parked")}</h2>
      {parked.length === 0 ? (
        <p className="mt-2 text-muted">{t("operator:mail.none_parked")}</p>
      ) : (
        <>
          <ul className="my-3 list-disc ps-5">
            {PARKED_OUTCOMES.map((outcome) => (
              <li key={outcome}>
                <strong>{t(`operator:mail.outcomes.${outcome}`)}</strong> {t(`operator:mail.means.${outcome}`)}
              </li>
            ))}
          </ul>
          <DataTable caption={t("operator:mail.parked")} columns={[kind!, to!, when!, problem!, decide!]}>
            {parked.map((mail) => (
              <DataRow key={mail.id}>
                <Cell>
                  <span className="font-semibold">{mail.kind}</span>
                </Cell>
                <Cell label={to}>{mail.to}</Cell>
                <Cell label={when}>{mail.when}</Cell>
                <Cell label={problem}>{mail.problem}</Cell>
                <Cell>
                  <Form method="post" action={paths.operator.mailDecision(mail.id)} className="flex flex-wrap gap-2">
                    {PARKED_OUTCOMES.map((outcome) => (
                      <Button key={outcome} name="outcome" value={outcome} variant="secondary">
                        {t(`operator:mail.outcomes.${outcome}`)}
                      </Button>
                    ))}
                  </Form>
                </Cell>
              </DataRow>
            ))}
          </DataTable>
        </>
      )}
    </section>
  );
}

function Suppressed() {
  const { suppressed, lost } = useLoaderData<typeof loader>();
  const t = useT();
  const [to, why, since, decide] = (["to", "why", "since", "decide"] as const).map((key) => t(`operator:mail.${key}`));
  return (
    <section className="mt-10">
      <h2>{t("operator:mail.suppressed")}</h2>
      <p className="mt-2 text-muted">
        {t("operator:mail.lost", { bounced: String(lost.bounced), complained: String(lost.complained) })}
      </p>
      {suppressed.length > 0 && (
        <div className="mt-3">
          <DataTable caption={t("operator:mail.suppressed")} columns={[to!, why!, since!, decide!]}>
            {suppressed.map((row) => (
              <DataRow key={row.reference}>
                <Cell>
                  <span className="font-semibold">{row.to}</span>
                </Cell>
                <Cell label={why}>{t(`operator:mail.reasons.${row.reason}`)}</Cell>
                <Cell label={since}>{row.since}</Cell>
                <Cell>
                  <Form method="post" action={paths.operator.lifting()}>
                    <input type="hidden" name="reference" value={row.reference} />
                    <Button variant="secondary">{t("operator:mail.lift")}</Button>
                  </Form>
                </Cell>
              </DataRow>
            ))}
          </DataTable>
        </div>
      )}
    </section>
  );
}
