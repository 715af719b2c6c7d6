import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStudent } from "#app/auth/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { answerProfileForm, readProfilePage } from "#app/http/student-profile-form.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { StudentProfile } from "#app/ui/learner/student-profile.tsx";

const OWN = { guardianshipId: null };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireStudent(args);
  const page = await readProfilePage(ctx, args, OWN);
  return { title: translator(args.context.locale)("learner:profile.title"), page };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireStudent(args);
  return answerProfileForm(ctx, args, OWN, `${paths.account.profile()}?done=saved`);
}

export default function OwnProfile() {
  const lastResult = useActionData<typeof action>()?.lastResult;
  return <StudentProfile {...useLoaderData<typeof loader>()} reader="student" lastResult={lastResult} />;
}
