import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { CLUSTER_WORDINGS, LONGEST_TERM, Words } from "#app/domain/districts/own-words-form.ts";
import { TERM_FORMS, type TermForm } from "#app/domain/districts/own-words.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { saveWording } from "#app/domain/districts/wording.server.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type WordsInput = {
  clusterWording: string;
  vocabulary: Record<TermForm, { en: string; es: string }>;
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { version, clusterWording, vocabulary } = await ownDistrict(ctx);
  return {
    title: translator(args.context.locale)("settings:pages.words.title"),
    typed: { clusterWording, vocabulary: vocabulary as WordsInput["vocabulary"] },
    read: { version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  return answerChange(args, {
    schema: Words,
    verb: (input) => saveWording(ctx, input),
    refusals: { changed_since_read: "settings:changed_since_read" },
    next: () => paths.coordinator.settings.home("words"),
  });
}

export default function WordSettings() {
  const { title, typed, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<WordsInput>({ id: "words", lastResult, defaultValue: typed });
  const terms = fields.vocabulary.getFieldset();
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("settings:words.lede")} />
      <SettingsForm form={form} read={read}>
        <RadioGroup
          field={fields.clusterWording}
          legend={t("settings:words.wording")}
          options={CLUSTER_WORDINGS.map((value) => ({
            value,
            label: t(`settings:words.${value}`),
            help: t(`settings:words.${value}_help`),
          }))}
        />
        <h2 className="mt-8">{t("settings:words.terms")}</h2>
        <p className="mb-4 text-muted">{t("settings:words.terms_help")}</p>
        {TERM_FORMS.map((form) => {
          const { en, es } = terms[form].getFieldset();
          return (
            <fieldset key={form} className="field">
              <legend>{t(`settings:words.term.${form}`)}</legend>
              <div className="grid gap-x-6 sm:grid-cols-2">
                <TextField field={en} label={t("settings:words.en")} maxLength={LONGEST_TERM} />
                <TextField field={es} label={t("settings:words.es")} maxLength={LONGEST_TERM} />
              </div>
            </fieldset>
          );
        })}
      </SettingsForm>
    </>
  );
}
