import { expect, it } from "vitest";
import { inTurns } from "./in-turns.ts";

function given() {
  const open: { done: (value: number) => void; fail: (why: Error) => void }[] = [];
  const ask = inTurns(() => new Promise<number>((done, fail) => void open.push({ done, fail })));
  return { ask, open };
}

it("shares the next turn, and begins none before it", async () => {
  const { ask, open } = given();
  const [first, second, third] = [ask(), ask(), ask()];
  expect(open).toHaveLength(1);
  open[0]!.done(1);
  expect(await first).toBe(1);
  expect(open).toHaveLength(2);
  const fourth = ask();
  open[1]!.done(2);
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  open[2]!.done(3);
  expect(await fourth).toBe(3);
  void ask();
  expect(open).toHaveLength(4);
});

it("lets the next turn try though one failed", async () => {
  const { ask, open } = given();
  const [first, second] = [ask(), ask()];
  open[0]!.fail(new Error("away"));
  await expect(first).rejects.toThrow("away");
  open[1]!.done(2);
  expect(await second).toBe(2);
});
