import fc from "fast-check";
import { expect, it } from "vitest";
import { cellOf } from "#app/search/map-cells.ts";
import { MAP, projection } from "../map-projection.ts";
import { clustersOf, countOf, middleOfAll, spotsNear, spotsOf } from "./map-clusters.ts";

const point = fc.record({
  latitude: fc.double({ min: 41.2, max: 41.8, noNaN: true }),
  longitude: fc.double({ min: -90.9, max: -90.1, noNaN: true }),
});

it("loses no listing, keeps numbers apart, and has each cell in one", () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 200 }), (points) => {
      const cells: Record<string, number> = {};
      for (const each of points) cells[cellOf(each)] = (cells[cellOf(each)] ?? 0) + 1;
      const spots = spotsOf(cells);
      expect(countOf(spots)).toBe(points.length);
      const { project } = projection(spots);
      const clusters = clustersOf(spots, project);
      expect(countOf(clusters)).toBe(points.length);
      for (const [i, one] of clusters.entries()) {
        expect(one.at.x >= 0 && one.at.x <= MAP.width && one.at.y >= 0 && one.at.y <= MAP.height).toBe(true);
        for (const other of clusters.slice(i + 1))
          expect(Math.hypot(one.at.x - other.at.x, one.at.y - other.at.y)).toBeGreaterThan(40);
      }
      expect(clusters.flatMap((one) => one.cells).sort()).toEqual(Object.keys(cells).sort());
    }),
    { numRuns: 60 },
  );
});

it("leaves out one that would make the others a dot", () => {
  const spots = spotsOf({ "4150_-7242": 12, "4152_-7240": 9, "4149_-7243": 9, "3300_-8000": 1 });
  const near = spotsNear(spots, middleOfAll(spots.slice(0, 3)));
  expect(countOf(near)).toBe(30);
  const mostlyElsewhere = spotsOf({ "4150_-7242": 1, "3300_-8000": 90 });
  expect(countOf(spotsNear(mostlyElsewhere, mostlyElsewhere[0]!))).toBe(1);
});
