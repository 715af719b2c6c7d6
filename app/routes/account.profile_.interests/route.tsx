import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePerson } from "#app/auth/guards.server.ts";
import { asRelative } from "#app/auth/relative.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { countAnswers, readAnswers, scoreAnswers, writeAnswers } from "#app/domain/interests/questionnaire.ts";
import { listFamily } from "#app/domain/people/family-links.server.ts";
import { keepAnswers } from "#app/domain/people/student-profiles.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";

const Keeping = z.object({
  idempotencyKey: z.uuid(),
  answers: z.string().transform(readAnswers),
  guardianshipId: z
    .guid()
    .optional()
    .transform((id) => id ?? null),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The answers come in the address, where the questions left them, and are kept only by this page's button. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const relative = await asRelative(ctx, args);
  if (!relative) throw redirect(paths.account.home());
  const answers = readAnswers(new URL(args.request.url).searchParams.get("a") ?? "");
  const district = await getDistrict(ctx.db, relative.actor.districtId);
  if (!district) throw notFound();
  const isParent = relative.actor.kind === "parent";
  return {
    title: translator(args.context.locale)("learner:keep.title"),
    district: district.slug,
    answers: writeAnswers(answers),
    answered: countAnswers(answers),
    top: scoreAnswers(answers).top,
    children: isParent ? (await listFamily(relative)).confirmed : null,
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const relative = await asRelative(ctx, args);
  if (!relative) throw notFound();
  return answerChange(args, {
    schema: Keeping,
    verb: (input) => keepAnswers(relative, input),
    refusals: {},
    next: (_, { guardianshipId }) =>
      `${guardianshipId ? paths.account.familyProfile(guardianshipId) : paths.account.profile()}?done=answers`,
  });
}

export default function KeepAnswers() {
  const { title, district, answers, answered, top, children, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  const locale = useLocale();
  const themes = new Intl.ListFormat(locale).format(top.map((theme) => t(`interests:theme.${theme}.like`)));
  const back = paths.matches(locale, district, new URLSearchParams({ a: answers }));
  const nobody = children?.length === 0;
  return (
    <div className="max-w-2xl">
      <PageHeading title={title} lede={t(children ? "learner:keep.lede_parent" : "learner:keep.lede")} />
      {lastResult && <Notice tone="danger" live title={t("account:form.unexpected")} />}
      {answered === 0 || nobody ? (
        <>
          <p className="mb-4">{t(nobody ? "learner:keep.nobody" : "learner:keep.nothing")}</p>
          <ButtonLink to={nobody ? paths.account.family() : paths.interests(locale, district)}>
            {t(nobody ? "joining:family.title" : "learner:profile.answer_questions")}
          </ButtonLink>
        </>
      ) : (
        <Form method="post">
          <IdempotencyKey value={idempotencyKey} />
          <input type="hidden" name="answers" value={answers} />
          <p className="mb-4">
            {t("learner:keep.answered", { count: answered })}{" "}
            {top.length > 0 && t("learner:profile.answers_like", { themes })}
          </p>
          {children && (
            <RadioGroup
              name="guardianshipId"
              legend={t("learner:keep.whose")}
              defaultValue={children[0]?.id}
              options={children.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <div className="flex flex-wrap gap-3">
            <Button icon="check">{t("learner:keep.button")}</Button>
            <a className="btn btn-secondary" href={back}>
              {t("learner:keep.back")}
            </a>
          </div>
        </Form>
      )}
    </div>
  );
}
