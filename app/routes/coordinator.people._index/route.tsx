import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { STAFF_ROLES } from "#app/domain/people/invitation.ts";
import { inviteStaff } from "#app/domain/people/invitations.server.ts";
import { countStaff, listStaff } from "#app/domain/people/staff.server.ts";
import { readStaffFilter, STAFF_FILTERS, STAFF_PAGE_SIZE, UNSEEN_DAYS } from "#app/domain/people/staff.ts";
import { answerInviting, showInvitations } from "#app/http/inviting.server.ts";
import { pageOf } from "#app/http/page-number.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { DownloadTable } from "#app/ui/download-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { InviteForm } from "#app/ui/people/invite-form.tsx";
import { OpenInvitations } from "#app/ui/people/open-invitations.tsx";
import { OutcomeNotice } from "#app/ui/people/outcome-notice.tsx";
import { PageLinks } from "#app/ui/people/page-links.tsx";
import { StaffTable } from "./staff-table.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const asked = new URL(args.request.url).searchParams;
  const show = readStaffFilter(asked);
  const [counts, district] = await Promise.all([countStaff(ctx), getDistrict(ctx.db, ctx.actor.districtId)]);
  const { page, pages } = pageOf(asked.get("page"), { rows: counts[show], size: STAFF_PAGE_SIZE });
  const [rows, invitations] = await Promise.all([listStaff(ctx, { show, page }), showInvitations(ctx, STAFF_ROLES)]);
  const { locale } = args.context;
  const day = (at: Date | null) => at && sayDay(localDate(at, district!.timeZone), locale);
  return {
    title: translator(locale)("people:staff.title"),
    ...{ show, counts, page, pages, invitations },
    rows: rows.map(({ since, lastSeenAt, disabledAt, ...row }) => ({
      ...row,
      ...{ since: day(since) ?? "", lastSeen: day(lastSeenAt), disabled: day(disabledAt) },
      isMe: row.userId === ctx.actor.userId,
    })),
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  return answerInviting(args, ctx, {
    roles: STAFF_ROLES,
    invite: (invite) => inviteStaff(ctx, invite),
    next: (outcome) => paths.coordinator.people(outcome),
  });
}

export default function Staff() {
  const { title, rows, show, page, pages, invitations, idempotencyKey } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("people:staff.lede")} />
      <OutcomeNotice />
      <Filters />
      {rows.length > 0 ? (
        <StaffTable rows={rows} />
      ) : (
        <EmptyState title={t("people:staff.none_unseen", { count: UNSEEN_DAYS })}>
          <Link to={paths.coordinator.people()}>{t("people:staff.show_all")}</Link>
        </EmptyState>
      )}
      <PageLinks
        {...{ page, pages }}
        to={(n) => paths.coordinator.people(new URLSearchParams({ show, page: String(n) }))}
      />
      {rows.length > 0 && (
        <DownloadTable action={paths.coordinator.tableFile("people")} query={new URLSearchParams({ show })} />
      )}
      <section className="mt-10 print:hidden" aria-labelledby="open">
        <h2 id="open">{t("people:open.title")}</h2>
        <OpenInvitations rows={invitations} />
      </section>
      <section className="mt-10 max-w-xl print:hidden" aria-labelledby="invite-title">
        <h2 id="invite-title" className="mb-3">
          {t("people:staff.invite")}
        </h2>
        <InviteForm
          lastResult={useActionData<typeof action>()?.lastResult}
          roles={STAFF_ROLES}
          idempotencyKey={idempotencyKey}
        />
      </section>
    </>
  );
}

function Filters() {
  const { show, counts } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <nav aria-label={t("people:staff.choose")} className="mb-5 print:hidden">
      <ul className="flex flex-wrap gap-2">
        {STAFF_FILTERS.map((each) => (
          <li key={each}>
            <Link
              to={paths.coordinator.people(each === "all" ? "" : `show=${each}`)}
              aria-current={each === show ? "page" : undefined}
              className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 text-ink no-underline hover:border-primary aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
            >
              {t(`people:staff.show.${each}`, { count: UNSEEN_DAYS })}
              <span className="tabular-nums opacity-80">{counts[each]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
