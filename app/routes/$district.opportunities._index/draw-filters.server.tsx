import { drawnOnce, type Speaking } from "#app/http/drawn-once.server.tsx";
import { Group } from "./filter-group.tsx";
import type { FilterGroup } from "./filter-groups.ts";
import type { DrawnFilters } from "./filters.tsx";

/** The groups as markup, those nearly everybody asks open, the others where something in them is chosen. */
export function drawFilters(
  { asked, folded }: { asked: readonly FilterGroup[]; folded: readonly FilterGroup[] },
  speaking: Speaking,
): DrawnFilters {
  const draw = (group: FilterGroup, open: boolean) =>
    drawnOnce("filter", [group, open], speaking, () => <Group group={group} open={open} />);
  return {
    asked: asked.map((group) => draw(group, true)).join(""),
    folded: folded.map((group) => draw(group, isChosen(group))).join(""),
    isFoldedOpen: folded.some(isChosen),
  };
}

const isChosen = ({ options }: FilterGroup) => options.some(({ chosen }) => chosen);
