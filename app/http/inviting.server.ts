import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { Context, Outcome } from "#app/domain/context.ts";
import type { InvitedRole } from "#app/domain/people/invitation.ts";
import {
  listOpenInvitations,
  resendInvitation,
  revokeInvitation,
  type Inviter,
  type Inviting,
  type InvitingRefusal,
} from "#app/domain/people/invitations.server.ts";
import { wholeDays } from "#app/i18n/format-dates.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.ts";
import { conflict, readForm, unprocessable } from "./forms.server.ts";
import { notFound } from "./id-param.ts";
import { countTry, tooManyTries } from "./rate-limits.server.ts";

const idempotencyKey = z.uuid();

/** The open invitations of a desk, as its page shows them. */
export async function showInvitations(ctx: Context<Inviter>, roles: readonly InvitedRole[]) {
  const rows = await listOpenInvitations(ctx, roles);
  return rows.map(({ lastSentAt, expiresAt, ...row }) => ({
    ...row,
    sentDays: wholeDays(lastSentAt, ctx.now),
    leftDays: wholeDays(ctx.now, expiresAt),
    isOver: expiresAt <= ctx.now,
    idempotencyKey: crypto.randomUUID(),
  }));
}

type Invite<R extends InvitedRole> = Inviting<R> & { placeId: string };

/** A desk's forms about invitations: inviting, sending again, taking back; `next` is the desk's page. */
export async function answerInviting<R extends InvitedRole>(
  args: ActionFunctionArgs,
  ctx: Context<Inviter>,
  desk: {
    roles: readonly [R, ...R[]];
    invite: (invite: Invite<R>) => Promise<Outcome<unknown, InvitingRefusal | "not_found" | "not_owner">>;
    next: (outcome: URLSearchParams) => string;
  },
) {
  const { context, request } = args;
  const typed = request.clone();
  const form = await readForm(
    args,
    z.discriminatedUnion("change", [
      z.object({
        change: z.literal("invite"),
        email: z.email().max(254),
        role: z.enum(desk.roles),
        locale: z.enum(LOCALES),
        /** Of an organization or a district, where there are several to choose from. */
        placeId: z.guid().default("00000000-0000-0000-0000-000000000000"),
        idempotencyKey,
      }),
      z.object({ change: z.enum(["resend", "revoke"]), invitationId: z.guid(), idempotencyKey }),
    ]),
  );
  if (!form.ok) return unprocessable(form);
  const wait = form.value.change !== "revoke" && (await countTry(context, "invitation", ctx.actor.userId));
  if (wait) return tooManyTries(context, {}, wait);
  const then = (name: "done" | "problem", word: string) => redirect(desk.next(new URLSearchParams({ [name]: word })));
  if (form.value.change === "invite") {
    const { email } = form.value as Invite<R>;
    const flooded = await countTry(context, "typed_address", email);
    if (flooded) return tooManyTries(context, { email }, flooded);
    const outcome = await desk.invite(form.value);
    if (outcome.ok) return then("done", "invited");
    if (outcome.refusal === "not_found") throw notFound();
    const message = translator(context.locale)(`people:problems.${outcome.refusal}`);
    return conflict(await typed.formData(), message);
  }
  const change = form.value.change === "resend" ? resendInvitation : revokeInvitation;
  const outcome = await change(ctx, form.value);
  if (outcome.ok) return then("done", form.value.change === "resend" ? "resent" : "revoked");
  if (outcome.refusal === "not_found") throw notFound();
  return then("problem", outcome.refusal);
}
