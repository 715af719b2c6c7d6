import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button } from "./button.tsx";

/** Shown by its script where the browser can; the script is of this form alone. */
export function PasskeyEntry({ script, next }: { script: string; next: string | null }) {
  const t = useT();
  const locale = useLocale();
  return (
    <form
      method="post"
      action={paths.passkeyEntry(locale)}
      hidden
      data-passkey={paths.passkeyChallenge(locale)}
      data-failed={t("security:passkeys.not_used")}
      className="mt-4"
    >
      <input type="hidden" name="credential" />
      <input type="hidden" name="next" value={next ?? ""} />
      <Button variant="secondary" icon="shield-check">
        {t("security:passkeys.enter")}
      </Button>
      <p role="status" className="mt-2" />
      <script type="module" src={script} />
    </form>
  );
}
