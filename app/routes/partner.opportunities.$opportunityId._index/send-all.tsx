import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { listInWords } from "#app/ui/listing-words.ts";
import { maySend } from "./may-send.ts";
import type { OpportunityPage } from "./route.tsx";

/** Where the text waits to be sent to more than one district: one button for all of them. */
export function SendAll({ page }: { page: OpportunityPage }) {
  const t = useT();
  const locale = useLocale();
  const waiting = page.offers.filter((offer) => maySend(offer, page));
  if (waiting.length < 2) return null;
  const districts = listInWords(
    locale,
    waiting.map(({ districtName }) => districtName),
  );
  return (
    <Form
      method="post"
      action={paths.partner.submissions(page.id)}
      className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-line bg-sunken px-4 py-3"
    >
      <IdempotencyKey value={page.idempotencyKey} />
      {waiting.map(({ districtId }) => (
        <input key={districtId} type="hidden" name="districtIds" value={districtId} />
      ))}
      <p className="min-w-0 flex-1 basis-60">{t("posting:together.waits", { count: waiting.length, districts })}</p>
      <Button icon="send">{t("posting:together.send_all")}</Button>
    </Form>
  );
}
