import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requirePerson } from "#app/auth/guards.server.ts";
import { asRelative } from "#app/auth/relative.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { askFamily, enterFamilyCode, ownFamilyCode } from "#app/domain/people/guardianships.server.ts";
import { listFamily } from "#app/domain/people/family-links.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { sayDay } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { FamilyList } from "./family-list.tsx";
import { AskForm, EnterCode, MyCode } from "./link-forms.tsx";

const Code = z.object({
  code: z
    .string({ error: "joining:family.code_form" })
    .transform((typed) => typed.replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{8}$/, { error: "joining:family.code_form" })),
  idempotencyKey: z.uuid(),
});
const Address = z.object({ email: z.email().max(254), idempotencyKey: z.uuid() });
const SAID = ["linked", "asked", "ended"] as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const relative = await asRelative(ctx, args);
  if (!relative) throw redirect(paths.account.home());
  const { keys, locale } = args.context;
  const [code, family, district] = await Promise.all([
    ownFamilyCode(relative, keys),
    listFamily(relative),
    getDistrict(ctx.db, relative.actor.districtId),
  ]);
  const until = code && district && sayDay(localDate(code.expiresAt, district.timeZone), locale);
  return {
    title: translator(locale)("joining:family.title"),
    role: relative.actor.kind,
    family,
    code: code && until ? { digits: code.code, until } : null,
    idempotencyKey: crypto.randomUUID(),
  };
}

/** Two forms: the other's code, or the other's address. Wrong codes and asking are counted together. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const relative = await asRelative(ctx, args);
  if (!relative) throw notFound();
  const { context } = args;
  const byCode = (await args.request.clone().formData()).has("code");
  const form = byCode ? await readForm(args, Code) : await readForm(args, Address);
  if (!form.ok) return unprocessable(form);
  const typed = Object.fromEntries(Object.entries(form.value).map(([name, value]) => [name, String(value)]));
  const wait =
    (await countTry(context, "guardian_code", ctx.actor.userId)) ??
    (byCode ? await countTry(context, "family_codes", relative.actor.districtId) : null);
  if (wait !== null) return tooManyTries(context, typed, wait);
  if ("email" in form.value) {
    const flooded = await countTry(context, "typed_address", form.value.email);
    if (flooded !== null) return tooManyTries(context, typed, flooded);
    await askFamily(relative, form.value);
    return redirect(`${paths.account.family()}?said=asked`);
  }
  const outcome = await enterFamilyCode(relative, context.keys, form.value);
  if (outcome.ok) return redirect(`${paths.account.family()}?said=linked`);
  const error = { code: [translator(context.locale)("joining:family.unknown_code")] };
  return data({ lastResult: { status: "error" as const, initialValue: typed, error } }, { status: 409 });
}

export default function Family() {
  const { title, role, family, code, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [asked] = useSearchParams();
  const t = useT();
  const said = SAID.find((each) => each === asked.get("said"));
  const of = (field: "code" | "email") =>
    lastResult?.initialValue && field in lastResult.initialValue ? lastResult : undefined;
  return (
    <>
      <PageHeading title={title} lede={t(`joining:family.lede.${role}`)} />
      {said && <Notice tone="success" live title={t(`joining:family.said.${said}`)} />}
      <FamilyList role={role} family={family} idempotencyKey={idempotencyKey} />
      <div className="mt-8 grid items-start gap-6 lg:grid-cols-3">
        <MyCode role={role} code={code} idempotencyKey={idempotencyKey} />
        <EnterCode role={role} idempotencyKey={idempotencyKey} lastResult={of("code")} />
        <AskForm role={role} idempotencyKey={idempotencyKey} lastResult={of("email")} />
      </div>
    </>
  );
}
