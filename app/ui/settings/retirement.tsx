import { useForm, type SubmissionResult } from "@conform-to/react";
import { useT } from "#app/i18n/locale.tsx";
import { ButtonLink } from "../button.tsx";
import { PageHeading } from "../page-heading.tsx";
import { SettingsForm, type Read } from "./settings-form.tsx";

interface What {
  what: "schools" | "pathways";
  isRetired: boolean;
}

/** Under the form that changes it: the way to offer it no more, or again. */
export function RetirementLink({ what, isRetired, to }: What & { to: string }) {
  const t = useT();
  return (
    <section className="mt-10 max-w-2xl border-t border-line pt-5">
      <p className="mb-3 text-muted">{t(`settings:retirement.${what}.${isRetired ? "offer_help" : "retire_help"}`)}</p>
      <ButtonLink to={to} variant={isRetired ? "secondary" : "danger"}>
        {t(`settings:retirement.${what}.${isRetired ? "offer" : "retire"}`)}
      </ButtonLink>
    </section>
  );
}

/** Asks before it is done. */
export function RetirementPage({
  what,
  isRetired,
  title,
  back,
  read,
  lastResult,
}: What & { title: string; back: string; read: Read; lastResult: SubmissionResult<string[]> | undefined }) {
  const [form] = useForm({ id: "retirement", lastResult });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t(`settings:retirement.${what}.${isRetired ? "offer_help" : "retire_help"}`)} />
      <SettingsForm
        form={form}
        read={read}
        back={back}
        button={t(`settings:retirement.${what}.${isRetired ? "offer" : "retire"}`)}
        variant={isRetired ? "primary" : "danger"}
      />
    </>
  );
}
