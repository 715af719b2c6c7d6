import { Form, Link } from "@remix-run/react";
import {
  ASSIGNED,
  isNarrowed,
  SORTS,
  TRAITS,
  VIEWS,
  writeCriteria,
  type Criteria,
} from "#app/domain/listings/review-criteria.ts";
import { KIND_CODES } from "#app/domain/opportunities/kinds.ts";
import { RULE_FILTERS, type RuleFilter } from "#app/domain/opportunities/finding-kinds.ts";
import { SECTORS } from "#app/domain/organizations/sectors.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, type Option } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export interface Choices {
  kinds: [string, number][];
  sectors: [string, number][];
  assigned: Record<(typeof ASSIGNED)[number], number>;
  rules: Record<RuleFilter, number>;
  pathways: Option[];
  schools: Option[];
}

/** Everything that narrows and orders the queue, in the address; each choice with how many it would leave. */
export function QueueFilters({ criteria, choices }: { criteria: Criteria; choices: Choices }) {
  const t = useT();
  const narrowed = isNarrowed(criteria);
  const any = t("queue:filters.any");
  const counted = <T extends string>(known: readonly T[], counts: [string, number][], say: (code: T) => string) => {
    const countOf = new Map(counts);
    return known
      .filter((code) => countOf.has(code))
      .map((code) => ({ value: code, label: `${say(code)} (${countOf.get(code)})` }));
  };
  const select = (name: string, label: string, value: string | null, options: Option[]) => (
    <SelectField
      key={`${name} ${value}`}
      {...{ name, label, options }}
      id={`filter-${name}`}
      defaultValue={value}
      placeholder={any}
    />
  );
  return (
    <div className="mb-5 flex flex-wrap items-start gap-x-6 gap-y-2">
      <details className="grow rounded-card border border-line bg-surface px-4" open={narrowed}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("queue:filters.title")}</summary>
        <Form method="get" action={paths.coordinator.review()} className="pb-4">
          {criteria.queue !== "awaiting" && <input type="hidden" name="show" value={criteria.queue} />}
          {criteria.view !== "table" && <input type="hidden" name="view" value={criteria.view} />}
          <div className="log-filter !mb-0">
            {select(
              "kind",
              t("queue:filters.kind"),
              criteria.kind,
              counted(KIND_CODES, choices.kinds, (code) => t(`opportunity:kind.${code}`)),
            )}
            {select(
              "sector",
              t("queue:filters.sector"),
              criteria.sector,
              counted(SECTORS, choices.sectors, (code) => t(`opportunity:sector.${code}`)),
            )}
            <TextField
              key={`partner ${criteria.partner}`}
              name="partner"
              id="filter-partner"
              label={t("queue:filters.partner")}
              defaultValue={criteria.partner}
              maxLength={80}
            />
            {choices.schools.length > 0 &&
              select("school", t("queue:filters.school"), criteria.schoolId, choices.schools)}
            {choices.pathways.length > 0 &&
              select("pathway", t("queue:filters.pathway"), criteria.pathwayId, choices.pathways)}
            {select(
              "assigned",
              t("queue:filters.assigned"),
              criteria.assigned,
              ASSIGNED.map((to) => ({
                value: to,
                label: `${t(`queue:filters.assigned_to.${to}`)} (${choices.assigned[to]})`,
              })),
            )}
            <TextField
              key={`before ${criteria.before}`}
              name="before"
              id="filter-before"
              type="date"
              label={t("queue:filters.before")}
              defaultValue={criteria.before}
            />
            {select(
              "has",
              t("queue:filters.has"),
              criteria.has,
              TRAITS.map((trait) => ({ value: trait, label: t(`queue:filters.trait.${trait}`) })),
            )}
            {select(
              "rules",
              t("queue:filters.rules"),
              criteria.rules,
              RULE_FILTERS.map((each) => ({
                value: each,
                label: `${t(`queue:filters.found.${each}`)} (${choices.rules[each]})`,
              })),
            )}
            <SelectField
              key={`sort ${criteria.sort}`}
              name="sort"
              id="filter-sort"
              label={t("queue:filters.sort")}
              defaultValue={criteria.sort}
              options={SORTS.map((sort) => ({ value: sort, label: t(`queue:filters.order.${sort}`) }))}
            />
          </div>
          <div className="flex flex-wrap items-center gap-4">
            <Button variant="secondary" icon="sliders-horizontal">
              {t("queue:filters.apply")}
            </Button>
            {narrowed && (
              <Link to={paths.coordinator.review(writeCriteria({ queue: criteria.queue, view: criteria.view }))}>
                {t("queue:filters.clear")}
              </Link>
            )}
          </div>
        </Form>
      </details>
      <nav aria-label={t("queue:view.label")} className="flex gap-1">
        {VIEWS.map((view) => (
          <Link
            key={view}
            to={paths.coordinator.review(writeCriteria({ ...criteria, view }))}
            aria-current={view === criteria.view ? "true" : undefined}
            className="inline-flex min-h-11 items-center rounded-control border border-line-strong bg-surface px-3 text-ink no-underline aria-[current]:bg-primary-soft aria-[current]:font-semibold"
          >
            {t(`queue:view.${view}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}
