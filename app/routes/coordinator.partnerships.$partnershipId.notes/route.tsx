import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { tidyText } from "#app/domain/opportunities/plain-text.ts";
import { addNote } from "#app/domain/organizations/notes.server.ts";
import { LONGEST_NOTE, NOTE_KINDS } from "#app/domain/organizations/notes.ts";
import { readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { NoteForm } from "#app/ui/vetting/note-form.tsx";
import { VettingPanel } from "#app/ui/vetting/vetting-forms.tsx";
import { useVettingOutlet } from "#app/ui/vetting/vetting-outlet.ts";

const Note = z.object({
  noteKind: z.enum(NOTE_KINDS, { error: "vetting:errors.note_kind" }),
  happenedOn: z.iso.date({ error: "joining:errors.date" }),
  text: z
    .string({ error: "vetting:errors.note_text" })
    .overwrite(tidyText)
    .min(1, { error: "vetting:errors.note_text" })
    .max(LONGEST_NOTE),
  idempotencyKey: z.uuid(),
});

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const partnershipId = idParam(args.params, "partnershipId");
  const typed = args.request.clone();
  const form = await readForm(args, Note);
  if (!form.ok) return unprocessable(form);
  const { noteKind: kind, ...note } = form.value;
  const outcome = await addNote(ctx, { ...note, kind, partnershipId });
  if (outcome.ok) return redirect(`${paths.coordinator.partnership(partnershipId)}#notes`);
  if (outcome.refusal === "not_found") throw notFound();
  const message = translator(args.context.locale)(`vetting:refused.${outcome.refusal}`);
  return unprocessable({ lastResult: refusedForm(await typed.formData(), message, "happenedOn") });
}

export default function WriteNote() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { partnershipId, today } = useVettingOutlet();
  const t = useT();
  return (
    <VettingPanel title={t("vetting:notes.add")}>
      <NoteForm {...{ partnershipId, today, idempotencyKey, lastResult }} />
    </VettingPanel>
  );
}
