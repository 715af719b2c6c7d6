import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { ButtonLink } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** Before a change that would let a thief stay, where no password can be asked for. */
export function SignInAgain({ next }: { next: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <Notice>{t("security:confirm.sign_in_again")}</Notice>
      <ButtonLink to={paths.signInAgain(locale, next)}>{t("security:confirm.button")}</ButtonLink>
    </>
  );
}
