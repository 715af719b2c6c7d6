import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { listOutbox } from "#app/domain/mail/outbox.server.ts";
import { requireOutbox } from "#app/http/outbox.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Tag } from "#app/ui/tag.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  requireOutbox(args);
  const { db, locale } = args.context;
  const address = new URL(args.request.url).searchParams.get("address")?.trim() || null;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
  const mails = (await listOutbox(db, address)).map(({ createdAt, dueAt: _, ...mail }) => ({
    ...mail,
    written: time.format(createdAt),
  }));
  return { title: translator(locale)("mail:outbox.title"), address, mails };
}

export default function Outbox() {
  const { title, address, mails } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("mail:outbox.lede")} />
      <Form method="get" className="mb-6 flex flex-wrap items-end gap-3">
        <label className="grid gap-1">
          {t("mail:outbox.address")}
          <input className="control" type="email" name="address" defaultValue={address ?? ""} />
        </label>
        <Button variant="secondary">{t("mail:outbox.filter")}</Button>
        {address !== null && <a href={paths.outbox.list()}>{t("mail:outbox.all")}</a>}
      </Form>
      {mails.length === 0 ? (
        <EmptyState title={t("mail:outbox.none")} />
      ) : (
        <ol className="outbox-list" data-outbox>
          {mails.map(({ id, kind, state, to, written }) => (
            <li key={id}>
              <a href={paths.outbox.mail(id)}>{kind}</a>
              <span>{to}</span>
              <span className="flex flex-wrap gap-3">
                <Tag>{state}</Tag> {written}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
