import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";

/** On pages between an account and a desk: who is signed in, and the way out. */
export function JoiningAs({ email }: { email: string }) {
  const t = useT();
  return (
    <form
      method="post"
      action={paths.signOut()}
      className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted"
    >
      <span className="break-all">{t("joining:signed_in_as", { email })}</span>
      <a href={paths.account.home()} className="inline-flex min-h-11 items-center">
        {t("nav.account")}
      </a>
      <button className="min-h-11 cursor-pointer text-primary underline">{t("nav.sign_out")}</button>
    </form>
  );
}
