import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { STAFF_ROLES } from "#app/domain/people/invitation.ts";
import { changeStaffRole, disableStaff, enableStaff, getStaffMember } from "#app/domain/people/staff.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

const Change = z.object({
  change: z.enum([...STAFF_ROLES, "disable", "enable"]),
  idempotencyKey: z.uuid(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const userId = idParam(args.params, "staffId");
  const member = await getStaffMember(ctx, userId);
  if (!member) throw notFound();
  const { name, email, role, disabledAt } = member;
  const isMe = userId === ctx.actor.userId;
  return { title: name, email, role, isDisabled: disabledAt !== null, isMe, idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const userId = idParam(args.params, "staffId");
  if (!(await getStaffMember(ctx, userId))) throw notFound();
  const form = await readForm(args, Change);
  if (!form.ok) return unprocessable(form);
  const { change, idempotencyKey } = form.value;
  const changing = { userId, idempotencyKey };
  const outcome =
    change === "disable"
      ? await disableStaff(ctx, changing)
      : change === "enable"
        ? await enableStaff(ctx, changing)
        : await changeStaffRole(ctx, { ...changing, role: change });
  if (outcome.ok) {
    const done = change === "disable" ? "disabled" : change === "enable" ? "enabled" : "role";
    return redirect(paths.coordinator.people(new URLSearchParams({ done })));
  }
  if (outcome.refusal === "not_found") throw notFound();
  const problem = translator(args.context.locale)(`people:problems.${outcome.refusal}`);
  return data({ lastResult: null, problem }, { status: 409 });
}

/** One of the staff: what they are, and the changes an admin may make. */
export default function StaffMember() {
  const { title, email, role, isDisabled, isMe } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const other = role === "admin" ? "coordinator" : "admin";
  return (
    <>
      <PageHeading title={title} lede={`${email} · ${t(`people:roles.${role}`)}`} />
      {answer && "problem" in answer && <Notice tone="danger" title={answer.problem} live />}
      {isMe ? (
        <Notice>{t("people:problems.yourself")}</Notice>
      ) : isDisabled ? (
        <ChangeForm change="enable" title={t("people:staff.enable.title")} about={t("people:staff.enable.about")}>
          <Button name="change" value="enable">
            {t("people:staff.enable.button")}
          </Button>
        </ChangeForm>
      ) : (
        <>
          <ChangeForm change={other} title={t("people:staff.role.title")} about={t(`people:invite.about.${other}`)}>
            <Button name="change" value={other} variant="secondary">
              {t(`people:staff.role.button.${other}`)}
            </Button>
          </ChangeForm>
          <ChangeForm change="disable" title={t("people:staff.disable.title")} about={t("people:staff.disable.about")}>
            <Button name="change" value="disable" variant="danger">
              {t("people:staff.disable.button")}
            </Button>
          </ChangeForm>
        </>
      )}
      <ButtonLink to={paths.coordinator.people()} variant="quiet" icon="arrow-left">
        {t("people:staff.back")}
      </ButtonLink>
    </>
  );
}

function ChangeForm({
  change,
  title,
  about,
  children,
}: {
  change: string;
  title: string;
  about: string;
  children: ReactNode;
}) {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  return (
    <Form method="post" className="mb-8 max-w-xl" aria-labelledby={change}>
      <h2 id={change}>{title}</h2>
      <p>{about}</p>
      <IdempotencyKey value={idempotencyKey} />
      {children}
    </Form>
  );
}
