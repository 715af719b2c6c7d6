import { useLocation } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import type { FormField } from "../field.tsx";
import { Notice } from "../notice.tsx";
import { PasswordField } from "../password-field.tsx";

/** The password again, or for whoever has none a sign-in that is not long ago. */
export function ProofField({ proof, field }: { proof: "password" | "nothing" | "sign_in_again"; field: FormField }) {
  const t = useT();
  const locale = useLocale();
  const { pathname } = useLocation();
  if (proof === "password")
    return <PasswordField field={field} label={t("account:proof.password")} help={t("account:proof.password_help")} />;
  if (proof === "nothing") return null;
  return (
    <Notice tone="warning" title={t("account:proof.sign_in_again")}>
      <p>{t("account:proof.sign_in_again_how")}</p>
      <a href={paths.signIn(locale, pathname)}>{t("account:sign_in.button")}</a>
    </Notice>
  );
}
