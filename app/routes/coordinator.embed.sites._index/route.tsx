import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { addEmbedSite, listEmbedSites } from "#app/domain/districts/embed-sites.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { settingsForm } from "#app/domain/districts/settings.ts";
import { readOrigin } from "#app/domain/districts/web-origin.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** `localToo`: this site has no https either, so it is a developer's. */
const NewSite = (localToo: boolean) =>
  z.object({
    ...settingsForm,
    origin: z.string().transform((typed, { addIssue }) => {
      const read = readOrigin(typed, { localToo });
      if (read.ok) return read.origin;
      addIssue({ code: "custom", message: `front:sites.problem.${read.problem}` });
      return z.NEVER;
    }),
  });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { id, version } = await ownDistrict(ctx);
  const sites = await listEmbedSites(ctx.db, id);
  const key = () => crypto.randomUUID();
  return {
    title: translator(args.context.locale)("front:sites.title"),
    sites: sites.map((site) => ({ ...site, idempotencyKey: key() })),
    read: { version, idempotencyKey: key() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  return answerChange(args, {
    schema: NewSite(!args.context.secureCookies),
    verb: (input) => addEmbedSite(ctx, input),
    refusals: {
      changed_since_read: "settings:changed_since_read",
      already_listed: { field: "origin", message: "front:sites.problem.already_listed" },
      too_many: { field: "origin", message: "front:sites.problem.too_many" },
    },
    next: () => paths.coordinator.embed.sites("added"),
  });
}

export default function EmbedSites() {
  const { title, sites, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<{ origin: string }>({ id: `site-${sites.length}`, lastResult });
  const [asked] = useSearchParams();
  const done = (["added", "removed"] as const).find((each) => each === asked.get("done"));
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("front:sites.lede")} />
      {done && !lastResult && <Notice tone="success" title={t(`front:sites.${done}`)} live />}
      {sites.length === 0 && <EmptyState title={t("front:sites.none")} />}
      <ul className="divide-y divide-line rounded-card border border-line bg-surface" hidden={sites.length === 0}>
        {sites.map(({ id, origin, idempotencyKey }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-2">
            <span className="min-w-0 font-semibold break-all">{origin}</span>
            <Form method="post" action={paths.coordinator.embed.siteRemoval(id)}>
              <IdempotencyKey value={idempotencyKey} />
              <input type="hidden" name="version" value={read.version} />
              <Button variant="quiet" icon="trash-2">
                {t("front:sites.remove")}
                <span className="sr-only"> {origin}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <h2 className="mt-8 mb-3">{t("front:sites.add")}</h2>
      <SettingsForm
        form={form}
        read={read}
        button={t("front:sites.add")}
        back={paths.coordinator.embed.builder()}
        backWords={t("front:sites.back")}
      >
        <TextField
          field={fields.origin}
          label={t("front:sites.origin")}
          help={t("front:sites.origin_help")}
          maxLength={2_000}
          inputMode="url"
          autoComplete="off"
          required
        />
      </SettingsForm>
    </>
  );
}
