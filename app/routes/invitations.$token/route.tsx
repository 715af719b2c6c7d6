import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { currentPerson, homeOf } from "#app/auth/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { NewPasswordField } from "#app/ui/password-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { BirthMonthFields } from "#app/ui/people/birth-month-fields.tsx";
import { answerAsSignedIn, answerNewcomer, readInvitation } from "./answering.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

/** Says who invites to what, and changes nothing: mail programs follow links. */
export async function loader(args: LoaderFunctionArgs) {
  const invitation = await readInvitation(args);
  const person = await currentPerson(args);
  if (invitation.state === "accepted" && person?.id === invitation.acceptedBy) throw redirect(homeOf(person));
  const { state, role, email, place, invitedBy, hasAccount } = invitation;
  const isTheirs = person?.email.toLowerCase() === email.toLowerCase();
  const answer = person ? (isTheirs ? "accept" : "other") : hasAccount ? "sign_in" : "join";
  const t = translator(args.context.locale);
  const title = t(`people:invitation.title.${role}`, { place });
  const { pathname } = new URL(args.request.url);
  return {
    ...{ state, role, place, invitedBy, title },
    email,
    answer,
    signedInAs: person?.email ?? "",
    here: pathname,
  };
}

export async function action(args: ActionFunctionArgs) {
  const person = await currentPerson(args);
  return person ? answerAsSignedIn(args, person) : answerNewcomer(args);
}

export default function Invitation() {
  const { state, title, invitedBy, place, answer } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  if (state !== "open")
    return (
      <>
        <PageHeading title={t(`people:invitation.over.${state}`)} lede={t(`people:invitation.over.${state}_next`)} />
        {state === "accepted" && <ButtonLink to={paths.signIn(locale)}>{t("account:sign_in.button")}</ButtonLink>}
      </>
    );
  const lede = invitedBy
    ? t("people:invitation.from", { name: invitedBy, place })
    : t("people:invitation.from_place", { place });
  return (
    <>
      <PageHeading title={title} lede={lede} />
      {answer === "join" && <JoinForm />}
      {answer === "accept" && <AcceptForm />}
      {answer === "sign_in" && <SignInFirst />}
      {answer === "other" && <OtherPerson />}
    </>
  );
}

function JoinForm() {
  const { email, role } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<{ name: string; password: string; birthYear: string; birthMonth: string }>({
    ...{ id: "join", lastResult },
  });
  const t = useT();
  return (
    <Form method="post" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <p>{t("people:invitation.for_address", { email })}</p>
      {role === "student" && <BirthMonthFields year={fields.birthYear} month={fields.birthMonth} />}
      <TextField field={fields.name} label={t("people:invitation.name")} autoComplete="name" required maxLength={100} />
      <NewPasswordField field={fields.password} label={t("people:invitation.password")} />
      <div className="flex flex-wrap gap-3">
        <Button name="way" value="password">
          {t("people:invitation.join")}
        </Button>
        <Button name="way" value="link" variant="secondary" formNoValidate>
          {t("people:invitation.join_by_link")}
        </Button>
      </div>
      <p className="field-help">{t("people:invitation.by_link_help")}</p>
    </Form>
  );
}

function AcceptForm() {
  const { email, role } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<{ birthYear: string; birthMonth: string }>({ id: "accept", lastResult });
  const t = useT();
  return (
    <Form method="post" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <p>{t("people:invitation.signed_in_as", { email })}</p>
      {role === "student" && <BirthMonthFields year={fields.birthYear} month={fields.birthMonth} />}
      <Button>{t("people:invitation.accept")}</Button>
    </Form>
  );
}

function SignInFirst() {
  const { email, here } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <p>{t("people:invitation.has_account", { email })}</p>
      <ButtonLink to={paths.signIn(useLocale(), here)}>{t("people:invitation.sign_in")}</ButtonLink>
    </>
  );
}

function OtherPerson() {
  const { email, signedInAs } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <Notice tone="warning" title={t("people:invitation.other.title", { email })}>
        <p>{t("people:invitation.other.next", { signedInAs })}</p>
      </Notice>
      <form method="post" action={paths.signOut()}>
        <Button variant="secondary">{t("nav.sign_out")}</Button>
      </form>
    </>
  );
}
