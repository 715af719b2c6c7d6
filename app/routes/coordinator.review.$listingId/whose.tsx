import { Form } from "@remix-run/react";
import { useEffect } from "react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ReviewOutlet } from "#app/ui/review/review-outlet.ts";
import { SelectField } from "#app/ui/select-field.tsx";

interface Props {
  outlet: Pick<ReviewOutlet, "listingId" | "back" | "seconding">;
  whose: {
    assignedTo: string | null;
    /** A colleague who has it open. */
    inReviewBy: string | null;
    colleagues: { userId: string; name: string }[];
    key: string;
  };
}

const SAY_AGAIN_MS = 5 * 60_000;

/** Who has it open, who said yes already, and whose it is to review. */
export function Whose({ outlet: { listingId, back, seconding }, whose }: Props) {
  const { assignedTo, inReviewBy, colleagues, key } = whose;
  const t = useT();
  useHold(listingId, inReviewBy === null);
  return (
    <div className="mb-6 grid gap-3">
      {inReviewBy && (
        <Notice tone="warning" title={t("queue:hold.by", { who: inReviewBy })}>
          <Form method="post" action={paths.coordinator.hold(listingId)}>
            <p className="mb-2">{t("queue:hold.help", { who: inReviewBy })}</p>
            <input type="hidden" name="takeOver" value="yes" />
            <input type="hidden" name="back" value={back} />
            <Button variant="secondary">{t("queue:hold.button")}</Button>
          </Form>
        </Notice>
      )}
      {seconding?.stage === "mine" && <Notice title={t("queue:seconded.by_you")} />}
      {seconding?.stage === "second" && <Notice title={t("queue:seconded.by", { who: seconding.who })} />}
      <Form
        method="post"
        action={paths.coordinator.assignment(listingId)}
        className="flex flex-wrap items-end gap-x-3"
        aria-label={t("queue:assign.title")}
      >
        <IdempotencyKey value={key} />
        <input type="hidden" name="back" value={back} />
        <SelectField
          key={assignedTo}
          name="to"
          id="assign-to"
          label={t("queue:assign.title")}
          defaultValue={assignedTo}
          placeholder={t("queue:together.to_nobody")}
          options={colleagues.map(({ userId, name }) => ({ value: userId, label: name }))}
        />
        <Button variant="secondary" className="mb-5">
          {t("queue:assign.button")}
        </Button>
      </Form>
    </div>
  );
}

/** Says "I have it open" now and every few minutes while the page is looked at; nothing waits for the answer. */
function useHold(listingId: string, isFree: boolean) {
  useEffect(() => {
    if (!isFree) return;
    const hold = () => {
      if (document.visibilityState !== "visible") return;
      const saying = { method: "POST", body: new FormData(), redirect: "manual", keepalive: true } as const;
      fetch(paths.coordinator.hold(listingId), saying).catch(() => {});
    };
    hold();
    const timer = setInterval(hold, SAY_AGAIN_MS);
    return () => clearInterval(timer);
  }, [listingId, isFree]);
}
