import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireParent } from "#app/auth/guards.server.ts";
import { idParam } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { answerProfileForm, readProfilePage } from "#app/http/student-profile-form.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { StudentProfile } from "#app/ui/learner/student-profile.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireParent(args);
  const page = await readProfilePage(ctx, args, { guardianshipId: idParam(args.params, "guardianshipId") });
  return { title: translator(args.context.locale)("learner:profile.title_of", { name: page.name }), page };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireParent(args);
  const guardianshipId = idParam(args.params, "guardianshipId");
  return answerProfileForm(ctx, args, { guardianshipId }, `${paths.account.familyProfile(guardianshipId)}?done=saved`);
}

export default function ProfileOfChild() {
  const lastResult = useActionData<typeof action>()?.lastResult;
  return <StudentProfile {...useLoaderData<typeof loader>()} reader="parent" lastResult={lastResult} />;
}
