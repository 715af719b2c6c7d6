import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { currentPerson, homeOf } from "#app/auth/guards.server.ts";
import { answerSignUp, NewAccount } from "#app/auth/sign-up-response.server.ts";
import { listDistricts, listSchools } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { ADULT_AGE, isOldEnough, LEAST_AGE } from "#app/domain/people/age.ts";
import type { FamilyRole } from "#app/domain/people/invitation.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { AgeQuestion } from "./age-question.tsx";
import { ChooseDistrict } from "./choose-district.tsx";
import { DetailsForm } from "./details-form.tsx";
import { ByInvitation, TooYoung } from "./not-here.tsx";
import { ageProof } from "./age-proof.server.ts";

const Born = z.object({
  month: z.coerce
    .number({ error: "joining:age.which_month" })
    .int()
    .min(1, { error: "joining:age.which_month" })
    .max(12),
  year: z.coerce
    .number({ error: "joining:age.which_year" })
    .int({ error: "joining:age.which_year" })
    .min(1900, { error: "joining:age.which_year" })
    .max(2100, { error: "joining:age.which_year" }),
});
const Details = NewAccount.extend({ schoolId: z.uuid().optional(), proof: z.string() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The district first, since its rule decides; then the age, before anything about the person; then the account. */
export async function loader(args: LoaderFunctionArgs) {
  const role = roleOf(args);
  const person = await currentPerson(args);
  if (person) throw redirect(homeOf(person));
  const { context } = args;
  const { district, districts } = await districtOf(args);
  const schools = district && role === "student" ? await listSchools(context.db, district.id) : [];
  return {
    role,
    title: translator(context.locale)(`joining:as.${role}.title`),
    districts: districts.map(({ slug, name, state }) => ({ slug, name, state })),
    district: district && { slug: district.slug, name: district.name, contactEmail: district.contactEmail },
    isOpen: district?.familySignUp === "open",
    schools: schools.map(({ id, name }) => ({ value: id, label: name })),
    idempotencyKey: crypto.randomUUID(),
  };
}

/** Nothing is written, counted or logged about whoever is too young: not even that somebody was (P8). */
export async function action(args: ActionFunctionArgs) {
  const role = roleOf(args);
  const { context } = args;
  const { district } = await districtOf(args);
  if (!district || district.familySignUp !== "open") throw redirect(paths.join.family(context.locale, role));
  const proof = ageProof(context.keys, { role, districtId: district.id, now: context.now });
  const typed = await args.request.clone().formData();
  const given = typed.get("proof");
  if (typeof given !== "string") {
    const born = await readForm(args, Born);
    if (!born.ok) return unprocessable(born);
    const today = localDate(context.now, district.timeZone);
    const { month: birthMonth, year: birthYear } = born.value;
    const least = role === "parent" ? ADULT_AGE : LEAST_AGE;
    const noon = new Date(`${today}T12:00:00Z`);
    return isOldEnough({ birthYear, birthMonth }, noon, least)
      ? data({ proof: proof.make() })
      : data({ tooYoung: true });
  }
  if (!proof.holds(given)) return data({ askAgain: true }, { status: 409 });
  return answerSignUp(args, Details, ({ schoolId }) =>
    role === "student"
      ? { as: role, districtId: district.id, schoolId: schoolId ?? null }
      : { as: role, districtId: district.id },
  );
}

function roleOf({ params }: { params: Record<string, string | undefined> }): FamilyRole {
  if (params.role !== "student" && params.role !== "parent") throw notFound();
  return params.role;
}

async function districtOf({ request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const districts = await listDistricts(context.db);
  const slug = new URL(request.url).searchParams.get("district");
  const only = districts.length === 1 ? districts[0] : undefined;
  return { districts, district: districts.find((each) => each.slug === slug) ?? only ?? null };
}

type Answered = Partial<{ proof: string; tooYoung: boolean; askAgain: boolean }> & {
  lastResult?: Parameters<typeof DetailsForm>[0]["lastResult"];
};

export default function JoinAsFamily() {
  const { role, districts, district, isOpen, schools, idempotencyKey } = useLoaderData<typeof loader>();
  const { proof, tooYoung, askAgain, lastResult } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = useT();
  const proven = proof ?? lastResult?.initialValue?.proof;
  if (!district) return <ChooseDistrict role={role} districts={districts} />;
  if (!isOpen) return <ByInvitation role={role} district={district} />;
  if (tooYoung) return <TooYoung role={role} district={district} />;
  return (
    <>
      <PageHeading
        title={t(`joining:as.${role}.title`)}
        lede={t(`joining:as.${role}.lede`, { district: district.name })}
      />
      {typeof proven === "string" ? (
        <DetailsForm {...{ role, district, schools, idempotencyKey, lastResult }} proof={proven} />
      ) : (
        <AgeQuestion {...{ role, district, lastResult }} askAgain={askAgain === true} />
      )}
    </>
  );
}
