import { useForm, type SubmissionResult } from "@conform-to/react";
import type { FoundOrganization } from "#app/domain/organizations/founding.server.ts";
import type { OrganizationField } from "./organization-fields.tsx";

/** What its action answered: what is wrong, or which known organizations it may be. */
type Answer = { lastResult: SubmissionResult<string[]> } | { likely: unknown; lastResult: SubmissionResult<string[]> };

/** The form of an organization that is written down for the first time, under the name it was looked for by. */
export function useNewOrganization(answer: Answer | undefined, name: string) {
  const [form, fields] = useForm<Record<OrganizationField | "isNew", string>>({
    id: "organization",
    lastResult: answer?.lastResult,
    defaultValue: { name },
  });
  const likely = answer && "likely" in answer ? (answer.likely as FoundOrganization[]) : [];
  return { form, fields, likely };
}
