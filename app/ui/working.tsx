import { useNavigation } from "@remix-run/react";
import { useT } from "#app/i18n/locale.tsx";

/** Says that what was sent is being done, to eyes once it takes long. Without a script the browser says so itself. */
export function Working() {
  const { state, formMethod } = useNavigation();
  const t = useT();
  const isSent = state !== "idle" && formMethod !== undefined && formMethod !== "GET";
  return (
    <p role="status" className="working">
      {isSent && t("form.working")}
    </p>
  );
}
