import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { getEdition } from "#app/domain/editions/desk.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { sinceInWords } from "#app/publishing/change-counts.ts";
import { EditionAnswer } from "#app/ui/editions/edition-answer.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { DraftCheckList } from "./check-list.tsx";
import { readDraft } from "./draft.server.ts";
import { ScheduleForm } from "./schedule-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.edition.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const { locale } = args.context;
  const edition = await getEdition(ctx, idParam(args.params, "editionId"));
  const district = edition && (await getDistrict(ctx.db, edition.districtId));
  if (!district) throw notFound();
  if (edition.number !== null) throw redirect(paths.edition(locale, district.slug, edition.number));
  const { id, title, titleEs, note, noteEs, state, publishOn, version } = edition;
  return {
    edition: { id, title, titleEs, note, noteEs, state, publishOn, version },
    draft: await readDraft(args.context, district),
    idempotencyKey: crypto.randomUUID(),
  };
}

export default function EditionDesk() {
  const { edition, draft, idempotencyKey } = useLoaderData<typeof loader>();
  const { id, title, titleEs, note, noteEs } = edition;
  const t = useT();
  const locale = useLocale();
  const desk = paths.coordinator.editions;
  return (
    <>
      <PageHeading
        title={title}
        lede={titleEs && <span lang="es">{titleEs}</span>}
        actions={
          <>
            <ButtonLink to={desk.text(id)} variant="secondary" icon="pencil">
              {t("editing:text.edit")}
            </ButtonLink>
            <ButtonLink to={desk.publication(id)} icon="check">
              {t("editing:publish.ask")}
            </ButtonLink>
          </>
        }
      />
      <EditionAnswer />
      {note ? (
        <div className="mb-6 max-w-2xl">
          <Prose text={note} />
          {noteEs ? <Prose text={noteEs} lang="es" /> : <p className="text-muted">{t("editing:text.no_spanish")}</p>}
        </div>
      ) : (
        <p className="mb-6 text-muted">{t("editing:text.no_note")}</p>
      )}
      {draft.since && <p className="mb-6">{sinceInWords(t, locale, draft.since)}</p>}
      <DraftCheckList {...draft.check} />
      <ScheduleForm edition={edition} today={draft.today} idempotencyKey={idempotencyKey} />
      <p className="mt-8 flex flex-wrap gap-3">
        <ButtonLink to={desk.all()} variant="quiet" icon="arrow-left">
          {t("editing:back")}
        </ButtonLink>
        <ButtonLink to={desk.deletion(id)} variant="danger" icon="trash-2">
          {t("editing:delete.ask")}
        </ButtonLink>
      </p>
    </>
  );
}
