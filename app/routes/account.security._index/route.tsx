import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePerson, secondFactorDue } from "#app/auth/guards.server.ts";
import { getSecurity } from "#app/auth/security-overview.server.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Tag } from "#app/ui/tag.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const { locale } = args.context;
  const [security, missing] = await Promise.all([getSecurity(ctx), secondFactorDue(args)]);
  return {
    title: translator(locale)("security:index.title"),
    ...security,
    missing: missing && { isOver: missing <= ctx.now, day: sayDay(missing.toISOString().slice(0, 10), locale) },
  };
}

export default function Security() {
  const { title, missing, ...security } = useLoaderData<typeof loader>();
  const t = useT();
  const safe = security.hasApp || security.passkeys > 0;
  return (
    <>
      <PageHeading title={title} lede={t("security:index.lede")} />
      {missing && (
        <Notice tone="warning" title={t("security:index.needed")}>
          <p>{missing.isOver ? t("security:index.needed_now") : t("security:index.needed_by", { day: missing.day })}</p>
        </Notice>
      )}
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        <Way
          to={paths.account.password()}
          icon="pencil"
          name={t("security:index.password")}
          on={security.hasPassword}
          state={t(security.hasPassword ? "security:index.password_set" : "security:index.password_none")}
        />
        <Way
          to={paths.account.app()}
          icon="shield-check"
          name={t("security:index.app")}
          on={security.hasApp}
          state={t(security.hasApp ? "security:index.app_on" : "security:index.app_off")}
        />
        <Way
          to={paths.account.passkeys()}
          icon="award"
          name={t("security:index.passkeys")}
          on={security.passkeys > 0}
          state={t("security:index.passkeys_there", { count: security.passkeys })}
        />
        {safe && (
          <Way
            to={paths.account.recoveryCodes()}
            icon="file-text"
            name={t("security:index.codes")}
            on={security.codes > 0}
            state={t("security:index.codes_left", { count: security.codes })}
          />
        )}
        <Way
          to={paths.account.school()}
          icon="graduation-cap"
          name={t("security:index.school")}
          on={security.schools > 0}
          state={t(security.schools > 0 ? "security:index.school_linked" : "security:index.school_none")}
        />
        <Way
          to={paths.account.sessions()}
          icon="monitor"
          name={t("security:index.sessions")}
          on
          state={t("security:index.sessions_open", { count: security.sessions })}
        />
      </ul>
    </>
  );
}

function Way({
  to,
  icon,
  name,
  on,
  state,
}: {
  to: string;
  icon: IconName;
  name: string;
  on: boolean;
  state: ReactNode;
}) {
  return (
    <li>
      <Link to={to} className="flex items-center gap-x-4 px-4 py-3 text-ink no-underline hover:bg-primary-soft sm:px-5">
        <Icon name={icon} className="text-primary" />
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <span className="font-semibold">{name}</span>
          <Tag tone={on ? "success" : "neutral"}>{state}</Tag>
        </span>
        <Icon name="chevron-right" />
      </Link>
    </li>
  );
}
