import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mailOf, requireOutbox } from "#app/http/outbox.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { linksOf } from "#emails/read-mail.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.subject ?? data?.kind }];

export async function loader(args: LoaderFunctionArgs) {
  requireOutbox(args);
  const { mail, content } = await mailOf(args);
  const { id, kind, state } = mail;
  if (!content) return { id, kind, state, subject: null, head: [], text: "", links: [] };
  const { from, to, replyTo, subject, headers, text } = content;
  const head = [
    ["From", from.name],
    ["To", to],
    ...(replyTo === null ? [] : [["Reply-To", replyTo]]),
    ["Subject", subject],
    ...Object.entries(headers),
  ] as [string, string][];
  return { id, kind, state, subject, head, text, links: linksOf(text) };
}

/** One mail: its head, its links to follow, and both its forms; the HTML in a page of its own that may run nothing. */
export default function OneMail() {
  const { id, kind, state, subject, head, text, links } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <p>
        <a href={paths.outbox.list()}>{t("mail:outbox.back")}</a>
      </p>
      <PageHeading title={subject ?? kind} lede={`${kind} · ${state}`} />
      {subject === null ? (
        <Notice>{t("mail:outbox.silent")}</Notice>
      ) : (
        <>
          <dl className="mail-head">
            {head.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <h2>{t("mail:outbox.links")}</h2>
          <ul data-links>
            {links.map((link) => (
              <li key={link} className="break-all">
                <a href={link}>{link}</a>
              </li>
            ))}
          </ul>
          <h2>{t("mail:outbox.html")}</h2>
          <iframe
            className="mail-html"
            src={paths.outbox.html(id)}
            title={t("mail:outbox.html")}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          />
          <h2>{t("mail:outbox.text")}</h2>
          <pre className="mail-text">{text}</pre>
        </>
      )}
    </>
  );
}
