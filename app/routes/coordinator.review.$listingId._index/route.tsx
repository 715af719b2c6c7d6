import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useMemo, type ReactNode } from "react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { canHappen } from "#app/domain/listings/lifecycle.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { ApprovalForm } from "#app/ui/review/approval-form.tsx";
import { ChangeRequestForm } from "#app/ui/review/change-request-form.tsx";
import { ClosureForm } from "#app/ui/review/closure-form.tsx";
import { CurationForm } from "#app/ui/review/curation-form.tsx";
import { DeclineForm } from "#app/ui/review/decline-form.tsx";
import { NothingToDecide } from "#app/ui/review/refused-notice.tsx";
import { OneButtonForm } from "#app/ui/review/one-button-form.tsx";
import { SuspensionForm } from "#app/ui/review/suspension-form.tsx";
import { useReviewOutlet } from "#app/ui/review/review-outlet.ts";
import { useShortcuts } from "#app/ui/use-shortcuts.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  const key = () => crypto.randomUUID();
  const decisions = { approval: key(), changeRequest: key(), decline: key() };
  const changes = { curation: key(), suspension: key(), restoration: key(), closure: key() };
  const more = { reopening: key(), confirmation: key() };
  return { keys: { ...decisions, ...changes, ...more } };
}

/** What waits for a decision, or its place on the list; around it what the listing's state allows besides. */
export default function Decisions() {
  const { keys } = useLoaderData<typeof loader>();
  const { awaiting, mayReopen, state, listingId } = useReviewOutlet();
  const t = useT();
  return (
    <>
      {canHappen("restore", state) && (
        <section className="mb-6">
          <h2 className="mb-3">{t("coordinator:restoration.title")}</h2>
          <OneButtonForm name="restoration" idempotencyKey={keys.restoration} />
        </section>
      )}
      {mayReopen && (
        <section className="mb-6">
          <h2 className="mb-3">{t("coordinator:reopening.title")}</h2>
          <OneButtonForm name="reopening" idempotencyKey={keys.reopening} />
        </section>
      )}
      {awaiting ? <ThreeDecisions keys={keys} /> : <Placing idempotencyKey={keys.curation} />}
      {canHappen("close", state) && (
        <Folded title={t("coordinator:confirmation.title")}>
          <OneButtonForm name="confirmation" idempotencyKey={keys.confirmation} />
        </Folded>
      )}
      <p className="mt-5 border-t border-line pt-4">
        <Link to={paths.coordinator.forReaders(listingId)}>{t("curating:restrictions.link")}</Link>
      </p>
      {canHappen("suspend", state) && (
        <Folded title={t("coordinator:suspension.title")}>
          <SuspensionForm idempotencyKey={keys.suspension} />
        </Folded>
      )}
      {canHappen("close", state) && (
        <Folded title={t("coordinator:closure.title")}>
          <ClosureForm idempotencyKey={keys.closure} />
        </Folded>
      )}
    </>
  );
}

type Keys = ReturnType<typeof useLoaderData<typeof loader>>["keys"];

function Placing({ idempotencyKey }: { idempotencyKey: string }) {
  return (
    <>
      <NothingToDecide />
      <CurationForm idempotencyKey={idempotencyKey} />
    </>
  );
}

function ThreeDecisions({ keys }: { keys: Keys }) {
  const t = useT();
  const shortcuts = useMemo(() => ({ a: reachApproval, r: reach("change-request"), d: reach("decline") }), []);
  useShortcuts(shortcuts);
  return (
    <>
      <h2 id="approval-title" tabIndex={-1} className="mb-3 scroll-mt-6">
        {t("coordinator:approval.title")}
      </h2>
      <ApprovalForm idempotencyKey={keys.approval} />
      <Folded title={t("coordinator:change_request.title")}>
        <ChangeRequestForm idempotencyKey={keys.changeRequest} />
      </Folded>
      <Folded title={t("coordinator:decline.title")}>
        <DeclineForm idempotencyKey={keys.decline} />
      </Folded>
      <p className="mt-4 text-sm text-muted max-md:hidden">{t("coordinator:decision.keys")}</p>
    </>
  );
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="mt-5 border-t border-line pt-3">
      <summary className="min-h-11 cursor-pointer py-2 text-lg font-bold">{title}</summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}

/** To the heading, not to a button or box under it: a stray space must neither publish nor choose. */
function reachApproval() {
  const heading = document.getElementById("approval-title");
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView();
}

/** Opens the form and moves to its first field. */
const reach = (formId: string) => () => {
  const form = document.getElementById(formId);
  form?.closest("details")?.setAttribute("open", "");
  form?.querySelector<HTMLElement>("textarea, select")?.focus();
};
