import { expect, it } from "vitest";
import { protectedAreas } from "./questions.ts";

it.each([
  ["Why do you want to work with bikes?", []],
  ["Which days can you come?", []],
  ["Can you lift 20 pounds?", []],
  ["Do you have a bus pass or a ride?", []],
  ["What is your favorite class?", []],
  ["¿Qué días puede venir?", []],
  ["Do you go to church?", ["religion"]],
  ["¿Va usted a la iglesia?", ["religion"]],
  ["Who would you vote for?", ["politics"]],
  ["Do you take any medication?", ["health"]],
  ["¿Tiene alguna enfermedad?", ["health"]],
  ["Have you ever been arrested?", ["crime"]],
  ["Do you have a girlfriend?", ["sex"]],
  ["Are your parents divorced?", ["family"]],
  ["What is your family's income?", ["family", "income"]],
  ["Do you get free lunch?", ["income"]],
  ["Is your mother religious?", ["family", "religion"]],
])("%s touches %j", (question, areas) => {
  expect(protectedAreas(question)).toEqual(areas);
});
