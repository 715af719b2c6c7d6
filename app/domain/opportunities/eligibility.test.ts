import { describe, expect, test } from "vitest";
import { notYet, openGrades, usualAges, type Applicant, type Limits, type NotYet } from "./eligibility.ts";

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

describe("who is not let in yet", () => {
  const MARCH = { year: 2027, month: 3 };
  const SOMEBODY: Applicant = { grade: null, age: null, born: null };
  const august = (year: number) => ({ year, month: 8 });
  test.each<[string, Partial<Limits>, Partial<Applicant>, number[], NotYet | null]>([
    ["open now", { gradeMin: 9 }, { grade: 9 }, [], null],
    ["a grade too low", { gradeMin: 11 }, { grade: 10 }, [], { limit: "grade", from: 11, opens: august(2027) }],
    ["two grades too low", { gradeMin: 11 }, { grade: 9 }, [], { limit: "grade", from: 11, opens: august(2028) }],
    ["kept by the district", {}, { grade: 9 }, [8, 12], { limit: "grade", from: 12, opens: august(2029) }],
    ["a grade too high", { gradeMax: 8 }, { grade: 10 }, [], null],
    ["usually too young", { ageMin: 16 }, { grade: 9 }, [], { limit: "age", from: 16, opens: august(2027) }],
    ["for adults", { ageMin: 21 }, { grade: 12 }, [], null],
    ["too young by what was told", { ageMin: 16 }, { age: 15 }, [], { limit: "age", from: 16, opens: null }],
    ["old enough for the grade", { ageMin: 16 }, { grade: 9, age: 16 }, [], null],
    ["too old", { ageMax: 14 }, { age: 15 }, [], null],
    [
      "a birthday away",
      { ageMin: 16 },
      { born: { year: 2011, month: 9 } },
      [],
      { limit: "age", from: 16, opens: { year: 2027, month: 9 } },
    ],
    ["sixteen this month", { ageMin: 16 }, { born: { year: 2011, month: 3 } }, [], null],
    [
      "a birthday before the grade",
      { ageMin: 16, gradeMin: 11 },
      { grade: 10, born: { year: 2011, month: 5 } },
      [],
      { limit: "grade", from: 11, opens: august(2027) },
    ],
    [
      "a birthday after the grade",
      { ageMin: 16, gradeMin: 11 },
      { grade: 10, born: { year: 2011, month: 10 } },
      [],
      { limit: "age", from: 16, opens: { year: 2027, month: 10 } },
    ],
  ])("%s", (_what, limits, who, onlyGrades, expected) => {
    expect(notYet({ ...NONE, ...limits }, onlyGrades, { ...SOMEBODY, ...who }, MARCH)).toEqual(expected);
  });

  test("summer already looks to the coming school year, autumn to the next", () => {
    const opens = (month: number) =>
      notYet({ ...NONE, gradeMin: 10 }, [], { ...SOMEBODY, grade: 9 }, { year: 2027, month })?.opens;
    expect([opens(7), opens(8)]).toEqual([august(2027), august(2028)]);
  });
});
