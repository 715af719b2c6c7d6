import { expect, test } from "vitest";
import { likelyPairs } from "./likely-pairs.ts";

const candidate = (id: string, name: string, more = {}) => ({ id, name, ...more });

test("finds each likely pair once, the likeliest first", () => {
  const pairs = likelyPairs([
    candidate("a", "Praire Health Network"),
    candidate("b", "Prairie Health Network", { website: "https://prairie.example" }),
    candidate("c", "YMCA"),
    candidate("d", "Young Men's Christian Association"),
    candidate("e", "Riverbend College"),
    candidate("f", "Lakeshore College"),
    candidate("g", "Larch", { street: "9 Elm Street", zip: "61299" }),
    candidate("h", "Oak", { street: "9 Elm St.", zip: "61299-1000", mailHosts: ["oak.example"] }),
    candidate("i", "Acorn & Sons", { mailHosts: ["oak.example"] }),
  ]);
  expect(pairs.map(({ ids }) => ids.join(""))).toEqual(["cd", "ab", "hi", "gh"]);
  expect(pairs[2]).toMatchObject({ reasons: ["same_mail"] });
});

test("five hundred partners with common words take no second", () => {
  const words = ["River", "Prairie", "Quad", "Valley", "City", "Health", "Works", "Center", "Group", "Youth"];
  const many = Array.from({ length: 500 }, (_, i) =>
    candidate(String(i), [3, 7, 1].map((n) => words[Math.floor(i / n) % 10]).join(" ") + ` ${i}`),
  );
  const start = performance.now();
  likelyPairs(many);
  expect(performance.now() - start).toBeLessThan(1000);
});
