import { getFormProps, type FormMetadata } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink, type ButtonVariant } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import type { IconName } from "../icon.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";

/** What every form of the settings, and of an edition, carries: the version it was read at, so that the later of two tabs is told. */
export interface Read {
  version: number;
  idempotencyKey: string;
}

export function SettingsForm<Fields extends Record<string, unknown>>({
  form,
  read: { version, idempotencyKey },
  back = paths.coordinator.settings.home(),
  backWords,
  button,
  variant = "primary",
  icon = "check",
  wide = false,
  children,
}: {
  form: FormMetadata<Fields, string[]>;
  read: Read;
  back?: string;
  backWords?: string;
  button?: string;
  variant?: ButtonVariant;
  icon?: IconName;
  /** For rows of more than two fields. */
  wide?: boolean;
  children?: ReactNode;
}) {
  const t = useT();
  return (
    <Form method="post" {...getFormProps(form)} className={wide ? "max-w-4xl" : "max-w-2xl"}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <input type="hidden" name="version" value={version} />
      {children}
      <div className="flex flex-wrap gap-3">
        <Button icon={icon} variant={variant}>
          {button ?? t("settings:save")}
        </Button>
        <ButtonLink to={back} variant="secondary">
          {backWords ?? t("settings:back")}
        </ButtonLink>
      </div>
    </Form>
  );
}
