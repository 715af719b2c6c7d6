import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";

/** Up and down by a place, and out of the order if that can be; each button says which thing it is about. */
export function OrderButtons({
  action,
  field,
  name,
  idempotencyKey,
  isFirst,
  isLast,
  remove,
}: {
  action: string;
  /** What the form calls the button that was pressed. */
  field: "change" | "direction";
  name: string;
  idempotencyKey: string;
  isFirst: boolean;
  isLast: boolean;
  /** Words of the button that takes it out. */
  remove?: string;
}) {
  const t = useT();
  return (
    <Form method="post" action={action} className="flex flex-wrap gap-1">
      <IdempotencyKey value={idempotencyKey} />
      {!isFirst && (
        <Button name={field} value="up" variant="quiet">
          {t("curating:order.up")}
          <span className="sr-only"> {name}</span>
        </Button>
      )}
      {!isLast && (
        <Button name={field} value="down" variant="quiet">
          {t("curating:order.down")}
          <span className="sr-only"> {name}</span>
        </Button>
      )}
      {remove && (
        <Button name={field} value="remove" variant="quiet">
          {remove}
          <span className="sr-only"> {name}</span>
        </Button>
      )}
    </Form>
  );
}
