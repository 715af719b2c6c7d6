import { describe, expect, test } from "vitest";
import { openGrades, usualAges, type Limits } from "./eligibility.ts";

const NONE: Limits = { gradeMin: null, gradeMax: null, ageMin: null, ageMax: null };
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe("the grades an opportunity is open to", () => {
  test.each<[string, Partial<Limits>, number[]]>([
    ["says nothing", {}, range(0, 12)],
    ["names grades", { gradeMin: 9, gradeMax: 11 }, [9, 10, 11]],
    ["names a lowest grade", { gradeMin: 11 }, [11, 12]],
    ["names a highest grade", { gradeMax: 1 }, [0, 1]],
    ["is for 16 and up in grades 9 to 12", { gradeMin: 9, gradeMax: 12, ageMin: 16 }, [10, 11, 12]],
    ["is for 16 and up", { ageMin: 16 }, [10, 11, 12]],
    ["is for 18 and up", { ageMin: 18 }, [12]],
    ["is for 13 and under", { ageMax: 13 }, range(0, 8)],
    ["is for ages 11 to 12", { ageMin: 11, ageMax: 12 }, [5, 6, 7]],
    ["is for grades 9 to 12 but 13 at most", { gradeMin: 9, gradeMax: 12, ageMax: 13 }, []],
    ["is for adults", { ageMin: 21 }, []],
    ["has its grades the wrong way round", { gradeMin: 12, gradeMax: 9 }, []],
  ])("when it %s", (_what, limits, grades) => {
    expect(openGrades({ ...NONE, ...limits })).toEqual(grades);
  });
});

test("a grade has two usual ages", () => {
  expect(usualAges(10)).toEqual([15, 16]);
});
