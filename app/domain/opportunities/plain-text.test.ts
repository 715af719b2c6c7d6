import { expect, it } from "vitest";
import { tidyLine, tidyText } from "./plain-text.ts";

it("makes one line of a line", () => {
  expect(tidyLine("  Bike\r\n\tshop \u00a0 helper ")).toBe("Bike shop helper");
});

it("keeps paragraphs and drops what only takes room", () => {
  expect(tidyText("\n\nOne\r\n\r\n\r\n\r\nTwo\rThree  \n")).toBe("One\n\nTwo\nThree");
});

it("drops what Postgres refuses, what cannot be seen and what turns the text around", () => {
  for (const tidy of [tidyLine, tidyText]) {
    expect(tidy("a\u0000b\u0007c\u001bd")).toBe("abcd");
    expect(tidy("half a \ud83dpair")).toBe("half a pair");
    expect(tidy("\ufeffuser\u202etxt.exe")).toBe("usertxt.exe");
  }
});

it("leaves words of every script and joined emoji as they are", () => {
  for (const text of ["Ñandú", "שלום", "مرحبا", "👩‍🔧 mechanic", "हिन्दी"]) {
    expect(tidyLine(text)).toBe(text);
    expect(tidyText(text)).toBe(text);
  }
});
