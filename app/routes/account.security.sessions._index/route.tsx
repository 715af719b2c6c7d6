import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import { listSessions } from "#app/auth/own-sessions.server.ts";
import { paths } from "#app/http/paths.ts";
import { sayAgo } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Tag } from "#app/ui/tag.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const person = await currentPerson(args);
  const { locale } = args.context;
  const sessions = (await listSessions(ctx)).map(({ publicId, createdAt, lastSeenAt, ...rest }) => ({
    ...{ ...rest, id: publicId, isHere: publicId === person?.session.id },
    since: sayAgo(createdAt, ctx.now, locale),
    seen: sayAgo(lastSeenAt, ctx.now, locale),
  }));
  const isDone = new URL(args.request.url).searchParams.has("ended");
  return { title: translator(locale)("security:sessions.title"), sessions, isDone };
}

export default function Sessions() {
  const { title, sessions, isDone } = useLoaderData<typeof loader>();
  const t = useT();
  const ordered = sessions.toSorted((a, b) => Number(b.isHere) - Number(a.isHere));
  return (
    <>
      <PageHeading title={title} lede={t("security:sessions.lede")} />
      {isDone && (
        <Notice tone="success" live>
          {t("security:sessions.done")}
        </Notice>
      )}
      <ul className="own-things">
        {ordered.map(({ id, device, method, since, seen, isHere }) => (
          <li key={id} className="own-thing">
            <Icon name="monitor" />
            <div>
              <p className="own-thing-name">
                {device || t("security:sessions.unknown")}{" "}
                {isHere && <Tag tone="success">{t("security:sessions.here")}</Tag>}
              </p>
              <p className="own-thing-detail">
                {t(`security:sessions.methods.${method}`)} · {t("security:sessions.since", { since })}
                {!isHere && <> · {t("security:sessions.seen", { seen })}</>}
              </p>
            </div>
            {!isHere && (
              <Form method="post" action={paths.account.endSession()}>
                <input type="hidden" name="session" value={id} />
                <Button variant="secondary" aria-label={t("security:sessions.end_named", { device, seen })}>
                  {t("security:sessions.end")}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post" action={paths.account.endSession()}>
          <Button variant="danger" icon="log-out">
            {t("security:sessions.end_others")}
          </Button>
        </Form>
      ) : (
        <p>{t("security:sessions.only_here")}</p>
      )}
    </>
  );
}
