import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { listMembershipRequests } from "#app/domain/organizations/membership-requests.server.ts";
import { listOrganizationPeople } from "#app/domain/organizations/members.server.ts";
import { MEMBER_ROLES } from "#app/domain/people/invitation.ts";
import { inviteMember } from "#app/domain/people/invitations.server.ts";
import { answerInviting, showInvitations } from "#app/http/inviting.server.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay, wholeDays } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { InviteForm } from "#app/ui/people/invite-form.tsx";
import { OpenInvitations } from "#app/ui/people/open-invitations.tsx";
import { OutcomeNotice } from "#app/ui/people/outcome-notice.tsx";
import { WhoAsksToJoin } from "#app/ui/who-asks-to-join.tsx";
import { MemberTable } from "./member-table.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const { locale } = args.context;
  const [organizations, invitations, requests] = await Promise.all([
    listOrganizationPeople(ctx),
    showInvitations(ctx, MEMBER_ROLES),
    listMembershipRequests(ctx),
  ]);
  return {
    title: translator(locale)("people:organization.title"),
    organizations: organizations.map(({ people, ...organization }) => ({
      ...organization,
      people: people.map(({ since: _since, lastSeenAt, ...person }) => ({
        ...person,
        seenDays: lastSeenAt && wholeDays(lastSeenAt, ctx.now),
        isMe: person.userId === ctx.actor.userId,
      })),
      requests: requests
        .filter(({ organizationId }) => organizationId === organization.id)
        .map(({ id, name, email, requestedAt }) => ({
          id,
          name,
          email,
          at: sayDay(requestedAt.toISOString().slice(0, 10), locale),
          idempotencyKey: crypto.randomUUID(),
        })),
      invitations: invitations.filter(({ organizationId }) => organizationId === organization.id),
      idempotencyKey: crypto.randomUUID(),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  return answerInviting(args, ctx, {
    roles: MEMBER_ROLES,
    invite: ({ placeId, ...invite }) => inviteMember(ctx, { ...invite, organizationId: placeId }),
    next: (outcome) => paths.partner.people(outcome),
  });
}

export default function OrganizationPeople() {
  const { title, organizations } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("people:organization.lede")} />
      <OutcomeNotice />
      {organizations.map(({ id, name, role, people, requests, invitations, idempotencyKey }) => (
        <section key={id} className="mb-12" aria-labelledby={id}>
          <h2 id={id} className="mb-3">
            {name}
          </h2>
          <MemberTable {...{ id, name, people }} canChange={role === "owner"} />
          {role === "owner" ? (
            <>
              <div className="mt-8">
                <WhoAsksToJoin requests={requests} to={paths.partner.membership} />
              </div>
              <h3 className="mt-8">{t("people:open.title")}</h3>
              <OpenInvitations rows={invitations} />
              <div className="mt-8 max-w-xl">
                <h3 className="mb-3">{t("people:organization.invite", { name })}</h3>
                <InviteForm
                  id={`invite-${id}`}
                  lastResult={
                    lastResult?.initialValue?.placeId === id || organizations.length === 1 ? lastResult : null
                  }
                  roles={MEMBER_ROLES}
                  placeId={id}
                  idempotencyKey={idempotencyKey}
                />
              </div>
            </>
          ) : (
            <p className="mt-3 text-muted">{t("people:organization.owners_change")}</p>
          )}
        </section>
      ))}
    </>
  );
}
