import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePartner } from "#app/auth/guards.server.ts";
import type { Context, Partner } from "#app/domain/context.ts";
import { changeMemberRole, listOrganizationPeople, removeMember } from "#app/domain/organizations/members.server.ts";
import { MEMBER_ROLES } from "#app/domain/people/invitation.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

const Change = z.object({ change: z.enum([...MEMBER_ROLES, "remove"]), idempotencyKey: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.name }];

async function findMember(ctx: Context<Partner>, params: LoaderFunctionArgs["params"]) {
  const [organizationId, userId] = [idParam(params, "organizationId"), idParam(params, "userId")];
  const organization = (await listOrganizationPeople(ctx)).find(({ id }) => id === organizationId);
  const member = organization?.people.find((person) => person.userId === userId);
  if (!organization || !member) throw notFound();
  return { organization, member };
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const { organization, member } = await findMember(ctx, args.params);
  const { name, email, role, userId } = member;
  const isMe = userId === ctx.actor.userId;
  return {
    ...{ name, email, role, isMe, organization: organization.name },
    canChange: organization.role === "owner",
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const { organization, member } = await findMember(ctx, args.params);
  const form = await readForm(args, Change);
  if (!form.ok) return unprocessable(form);
  const { change, idempotencyKey } = form.value;
  const changing = { organizationId: organization.id, userId: member.userId, idempotencyKey };
  const outcome =
    change === "remove"
      ? await removeMember(ctx, changing)
      : await changeMemberRole(ctx, { ...changing, role: change });
  if (outcome.ok) {
    const left = change === "remove" && member.userId === ctx.actor.userId && ctx.actor.organizationIds.length === 1;
    if (left) return redirect(paths.account.home());
    return redirect(paths.partner.people(new URLSearchParams({ done: change === "remove" ? "removed" : "role" })));
  }
  if (outcome.refusal === "not_found") throw notFound();
  const problem = translator(args.context.locale)(`people:problems.${outcome.refusal}`);
  return data({ lastResult: null, problem }, { status: 409 });
}

export default function Member() {
  const { name, email, role, isMe, canChange, organization, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const other = role === "owner" ? "member" : "owner";
  return (
    <>
      <PageHeading title={name} lede={`${email} · ${t(`people:roles.${role}`)} · ${organization}`} />
      {answer && "problem" in answer && <Notice tone="danger" title={answer.problem} live />}
      <Form method="post" className="mb-8 max-w-xl">
        <IdempotencyKey value={idempotencyKey} />
        {canChange && (
          <>
            <h2>{t("people:staff.role.title")}</h2>
            <p>{t(`people:invite.about.${other}`)}</p>
            <Button name="change" value={other} variant="secondary">
              {t(`people:organization.make.${other}`)}
            </Button>
          </>
        )}
        <h2 className="mt-8">{t(`people:organization.remove.title_${isMe ? "me" : "other"}`, { organization })}</h2>
        <p>{t("people:organization.remove.about")}</p>
        <Button name="change" value="remove" variant="danger">
          {t(`people:organization.remove.button_${isMe ? "me" : "other"}`)}
        </Button>
      </Form>
      <ButtonLink to={paths.partner.people()} variant="quiet" icon="arrow-left">
        {t("people:organization.back")}
      </ButtonLink>
    </>
  );
}
