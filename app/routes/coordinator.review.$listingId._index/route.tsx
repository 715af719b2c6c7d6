import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo, type ReactNode } from "react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { ApprovalForm } from "#app/ui/review/approval-form.tsx";
import { ChangeRequestForm } from "#app/ui/review/change-request-form.tsx";
import { CurationForm } from "#app/ui/review/curation-form.tsx";
import { DeclineForm } from "#app/ui/review/decline-form.tsx";
import { NothingToDecide } from "#app/ui/review/refused-notice.tsx";
import { useReviewOutlet } from "#app/ui/review/review-outlet.ts";
import { useShortcuts } from "#app/ui/use-shortcuts.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  const key = () => crypto.randomUUID();
  return { keys: { approval: key(), changeRequest: key(), decline: key(), curation: key() } };
}

export default function Decisions() {
  const { keys } = useLoaderData<typeof loader>();
  const { awaiting } = useReviewOutlet();
  if (awaiting) return <ThreeDecisions keys={keys} />;
  return (
    <>
      <NothingToDecide />
      <CurationForm idempotencyKey={keys.curation} />
    </>
  );
}

function ThreeDecisions({ keys }: { keys: ReturnType<typeof useLoaderData<typeof loader>>["keys"] }) {
  const t = useT();
  const shortcuts = useMemo(() => ({ a: reach("approval"), r: reach("change-request"), d: reach("decline") }), []);
  useShortcuts(shortcuts);
  return (
    <>
      <h2 className="mb-3">{t("coordinator:approval.title")}</h2>
      <ApprovalForm idempotencyKey={keys.approval} />
      <Other title={t("coordinator:change_request.title")}>
        <ChangeRequestForm idempotencyKey={keys.changeRequest} />
      </Other>
      <Other title={t("coordinator:decline.title")}>
        <DeclineForm idempotencyKey={keys.decline} />
      </Other>
      <p className="mt-4 text-sm text-muted max-md:hidden">{t("coordinator:decision.keys")}</p>
    </>
  );
}

function Other({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="mt-5 border-t border-line pt-3">
      <summary className="min-h-11 cursor-pointer py-2 text-lg font-bold">{title}</summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}

/** Opens the form and moves to the first thing that can be done in it. */
const reach = (formId: string) => () => {
  const form = document.getElementById(formId);
  form?.closest("details")?.setAttribute("open", "");
  const first = formId === "approval" ? "button[aria-keyshortcuts]" : "textarea, select";
  form?.querySelector<HTMLElement>(first)?.focus();
};
