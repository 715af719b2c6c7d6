import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { countFamilies, listFamilies } from "#app/domain/people/families.server.ts";
import { FAMILY_PAGE_SIZE } from "#app/domain/people/families.ts";
import { FAMILY_ROLES, type FamilyRole } from "#app/domain/people/invitation.ts";
import { inviteFamily } from "#app/domain/people/invitations.server.ts";
import { answerInviting, showInvitations } from "#app/http/inviting.server.ts";
import { pageOf } from "#app/http/page-number.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Cell, DataRow, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { InviteForm } from "#app/ui/people/invite-form.tsx";
import { OpenInvitations } from "#app/ui/people/open-invitations.tsx";
import { OutcomeNotice } from "#app/ui/people/outcome-notice.tsx";
import { PageLinks } from "#app/ui/people/page-links.tsx";
import { Tag } from "#app/ui/tag.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const asked = new URL(args.request.url).searchParams;
  const role: FamilyRole = asked.get("show") === "parent" ? "parent" : "student";
  const [counts, district] = await Promise.all([countFamilies(ctx), getDistrict(ctx.db, ctx.actor.districtId)]);
  const { page, pages } = pageOf(asked.get("page"), { rows: counts[role], size: FAMILY_PAGE_SIZE });
  const [rows, invitations] = await Promise.all([
    listFamilies(ctx, { role, page }),
    showInvitations(ctx, FAMILY_ROLES),
  ]);
  const { locale } = args.context;
  const day = (at: Date | null) => at && sayDay(localDate(at, district!.timeZone), locale);
  return {
    title: translator(locale)("people:families.title"),
    ...{ role, counts, page, pages, invitations },
    rows: rows.map(({ since, lastSeenAt, disabledAt, ...row }) => ({
      ...row,
      ...{ since: day(since) ?? "", lastSeen: day(lastSeenAt), isClosed: disabledAt !== null },
    })),
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return answerInviting(args, ctx, {
    roles: FAMILY_ROLES,
    invite: (invite) => inviteFamily(ctx, invite),
    next: (outcome) => paths.coordinator.families(outcome),
  });
}

export default function Families() {
  const { title, rows, role, page, pages, invitations, idempotencyKey } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading
        title={title}
        lede={t("people:families.lede")}
        actions={
          <ButtonLink to={paths.coordinator.familyLinks()} variant="secondary" icon="users">
            {t("joining:nav.families")}
          </ButtonLink>
        }
      />
      <OutcomeNotice />
      <Choose />
      {rows.length > 0 ? <FamilyTable /> : <EmptyState title={t(`people:families.none.${role}`)} />}
      <PageLinks
        {...{ page, pages }}
        to={(n) => paths.coordinator.families(new URLSearchParams({ show: role, page: String(n) }))}
      />
      <section className="mt-10" aria-labelledby="open">
        <h2 id="open">{t("people:open.title")}</h2>
        <OpenInvitations rows={invitations} />
      </section>
      <section className="mt-10 max-w-xl" aria-labelledby="invite-title">
        <h2 id="invite-title" className="mb-3">
          {t("people:families.invite")}
        </h2>
        <InviteForm
          lastResult={useActionData<typeof action>()?.lastResult}
          roles={FAMILY_ROLES}
          idempotencyKey={idempotencyKey}
        />
      </section>
    </>
  );
}

function Choose() {
  const { role, counts } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <nav aria-label={t("people:families.choose")} className="mb-5">
      <ul className="flex flex-wrap gap-2">
        {FAMILY_ROLES.map((each) => (
          <li key={each}>
            <Link
              to={paths.coordinator.families(`show=${each}`)}
              aria-current={each === role ? "page" : undefined}
              className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 text-ink no-underline hover:border-primary aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
            >
              {t(`people:families.show.${each}`)}
              <span className="tabular-nums opacity-80">{counts[each]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function FamilyTable() {
  const { rows, role } = useLoaderData<typeof loader>();
  const t = useT();
  const columns = [
    t("people:columns.name"),
    ...(role === "student" ? [t("people:columns.school")] : []),
    t("people:columns.since"),
    t("people:columns.last_seen"),
  ];
  return (
    <DataTable caption={t(`people:families.show.${role}`)} columns={columns}>
      {rows.map(({ userId, name, school, since, lastSeen, isClosed }) => (
        <DataRow key={userId}>
          <Cell>
            <Link to={paths.coordinator.familyMember(userId)} className="font-semibold">
              {name}
            </Link>
            {isClosed && (
              <span className="ms-2">
                <Tag tone="danger">{t("people:families.closed")}</Tag>
              </span>
            )}
          </Cell>
          {role === "student" && (
            <Cell label={t("people:columns.school")}>{school ?? t("people:families.no_school")}</Cell>
          )}
          <Cell label={t("people:columns.since")}>{since}</Cell>
          <Cell label={t("people:columns.last_seen")}>{lastSeen ?? t("people:never")}</Cell>
        </DataRow>
      ))}
    </DataTable>
  );
}
