import { expect, it } from "vitest";
import { EMPTY_CONTENT } from "./empty-content.ts";
import { stepMarks } from "./step-marks.ts";
import { submissionProblems } from "./submission-rules.ts";

it("tells what is needed, said and left open", () => {
  const shifts = [{ startsOn: "2027-02-16", startTime: "15:30", endTime: "17:30", rule: null }];
  const content = { ...EMPTY_CONTENT, title: "Helper", schedule: "Tuesdays", shifts };
  expect(
    stepMarks(content, submissionProblems(content, "2027-02-09")).map(({ name, mark }) => `${name} ${mark}`),
  ).toEqual([
    "basics missing",
    "what empty",
    "when done",
    "shifts done",
    "where missing",
    "sites empty",
    "who missing",
    "safety empty",
    "asking missing",
    "spanish empty",
  ]);
});
