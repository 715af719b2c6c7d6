import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { currentPerson, requireCoordinator } from "#app/auth/guards.server.ts";
import { listTextsWithoutSpanish, type SettingText } from "#app/domain/translation/settings-texts.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Cell, DataRow, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

const { settings, collectionText } = paths.coordinator;
/** Where it is written; `staff`: also by who is no admin. */
const EDITED: Record<SettingText["of"], { at: (id: string) => string; staff?: true }> = {
  welcome: { at: () => settings.topic("front") },
  pathway: { at: settings.pathway },
  pathway_about: { at: settings.pathway },
  kind: { at: () => settings.topic("kinds") },
  stage: { at: () => settings.topic("kinds") },
  term: { at: () => settings.topic("words") },
  label: { at: () => settings.topic("labels") },
  collection: { at: collectionText, staff: true },
  collection_about: { at: collectionText, staff: true },
  vetting_step: { at: paths.vetting.step },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const [person, texts] = await Promise.all([currentPerson(args), listTextsWithoutSpanish(ctx)]);
  const isAdmin = person?.staffOf?.role === "admin";
  return {
    title: translator(args.context.locale)("translations:settings.title"),
    texts: texts.map(({ of, text, id }) => {
      const { at, staff } = EDITED[of];
      return { of, text, to: isAdmin || staff ? at(id ?? "") : null };
    }),
  };
}

export default function SettingTexts() {
  const { title, texts } = useLoaderData<typeof loader>();
  const t = useT();
  const columns = [t("translations:settings.text"), t("translations:settings.what"), t("translations:settings.where")];
  return (
    <>
      <PageHeading
        title={title}
        lede={t("translations:settings.lede")}
        actions={
          <ButtonLink to={paths.coordinator.translations.list()} variant="secondary">
            {t("translations:page.back")}
          </ButtonLink>
        }
      />
      {texts.length === 0 ? (
        <EmptyState title={t("translations:settings.none")} />
      ) : (
        <DataTable caption={title} columns={columns}>
          {texts.map(({ of, text, to }, at) => (
            <DataRow key={at}>
              <Cell>
                <span lang="en" className="line-clamp-3">
                  {text}
                </span>
              </Cell>
              <Cell label={t("translations:settings.what")}>{t(`translations:settings.of.${of}`)}</Cell>
              <Cell>
                {to ? (
                  <Link to={to} aria-label={t("translations:settings.write_of", { text })}>
                    {t("translations:settings.write")}
                  </Link>
                ) : (
                  <span className="text-muted">{t("translations:settings.ask_admin")}</span>
                )}
              </Cell>
            </DataRow>
          ))}
        </DataTable>
      )}
    </>
  );
}
