import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { acceptAs, joinAs } from "#app/auth/accept-invitation.server.ts";
import { describeDevice } from "#app/auth/device.ts";
import { afterEntering } from "#app/auth/entering-response.server.ts";
import type { SignedInPerson } from "#app/auth/guards.server.ts";
import { passwordProblems } from "#app/auth/password-problems.server.ts";
import { INVITATION } from "#app/domain/mail/link-purposes.ts";
import { forgetInvitation, getInvitation, type AcceptingRefusal } from "#app/domain/people/accepting.server.ts";
import { BirthMonth, isOldEnough } from "#app/domain/people/age.ts";
import { sayPasswordProblems } from "#app/domain/people/password-rules.ts";
import { conflict, readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { translator } from "#app/i18n/translator.ts";

const Newcomer = z
  .object({
    name: z.string().trim().min(1).max(100),
    way: z.enum(["password", "link"]).default("password"),
    password: z.string().max(1000).default(""),
  })
  .and(BirthMonth.partial());

const REFUSALS = {
  not_open: "people:invitation.refused.not_open",
  other_address: "people:invitation.refused.other_address",
  staff_elsewhere: "people:invitation.refused.staff_elsewhere",
  student_elsewhere: "people:invitation.refused.student_elsewhere",
  parent_elsewhere: "people:invitation.refused.parent_elsewhere",
  has_account: "people:invitation.refused.has_account",
} as const satisfies Record<AcceptingRefusal | "has_account", string>;

/** The invitation of the address' token; what we did not sign is not found. */
export async function readInvitation({ params, context: { db, keys, now } }: LoaderFunctionArgs | ActionFunctionArgs) {
  const id = keys.read(INVITATION, params.token ?? "");
  const invitation = id && (await getInvitation(db, id, now));
  if (!invitation) throw notFound();
  return invitation;
}

const deviceOf = ({ request }: ActionFunctionArgs) => describeDevice(request.headers.get("User-Agent"));

export async function answerAsSignedIn(args: ActionFunctionArgs, person: SignedInPerson) {
  const { context } = args;
  const invitation = await readInvitation(args);
  if (invitation.role === "student") {
    const form = await readForm(args, BirthMonth);
    if (!form.ok) return unprocessable(form);
    if (!isOldEnough(form.value, context.now)) return tooYoung(args, invitation.id);
  }
  const outcome = await acceptAs(context, person, { invitationId: invitation.id, device: deviceOf(args) });
  if (!outcome.ok) return conflict({}, translator(context.locale)(REFUSALS[outcome.refusal]));
  return afterEntering(context, outcome.value, null);
}

export async function answerNewcomer(args: ActionFunctionArgs) {
  const { context } = args;
  const invitation = await readInvitation(args);
  const isStudent = invitation.role === "student";
  const form = await readForm(args, isStudent ? Newcomer.and(BirthMonth) : Newcomer, { secrets: ["password"] });
  if (!form.ok) return unprocessable(form);
  const { name, way, password, birthYear = "", birthMonth = "" } = form.value;
  if (isStudent && !isOldEnough({ birthYear: Number(birthYear), birthMonth: Number(birthMonth) }, context.now))
    return tooYoung(args, invitation.id);
  const typed = { name, birthYear: String(birthYear), birthMonth: String(birthMonth) };
  const t = translator(context.locale);
  const wait = await countTry(context, "sign_up", invitation.email);
  if (wait !== null) return tooManyTries(context, typed, wait);
  if (way === "password") {
    const problems = passwordProblems(password, { email: invitation.email, name });
    const error = { password: sayPasswordProblems(t, problems, { hasSecondFactor: false }) };
    if (problems.length > 0) return data({ lastResult: { ...refusedForm(typed, ""), error } }, { status: 422 });
  }
  const chosen = way === "password" ? password : undefined;
  const outcome = await joinAs(context, {
    ...{ invitationId: invitation.id, name, password: chosen, device: deviceOf(args) },
  });
  if (!outcome.ok) return conflict(typed, t(REFUSALS[outcome.refusal]));
  return afterEntering(context, outcome.value, null);
}

/** Nothing of a child is kept: the invitation goes with the mail that brought it. */
async function tooYoung({ context: { db, now, locale } }: ActionFunctionArgs, invitationId: string) {
  await forgetInvitation({ db, now, actor: { kind: "visitor", userId: null } }, invitationId);
  return redirect(paths.notYet(locale));
}
