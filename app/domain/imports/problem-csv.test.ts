import { expect, it } from "vitest";
import { toCsv } from "./problem-csv.ts";

it("quotes what needs quotes and makes formulas text", () => {
  expect(
    toCsv([
      ["a", 'say "hi"', "1,2"],
      [3, "=1+1", " @x"],
      [-4, "-5", "two\nlines"],
    ]),
  ).toBe(`\uFEFFa,"say ""hi""","1,2"\r\n3,"'=1+1","' @x"\r\n-4,"'-5","two\nlines"\r\n`);
});
