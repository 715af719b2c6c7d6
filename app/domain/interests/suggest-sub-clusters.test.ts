import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { SUB_CLUSTER_WORDS } from "./sub-cluster-words.ts";
import { suggestSubClusters } from "./suggest-sub-clusters.ts";

const first = (title: string, summary?: string) => suggestSubClusters({ title, summary })[0]?.code;

describe("sub-clusters suggested from a posting's text", () => {
  test.each([
    ["Bike repair apprentice", "Learn to true wheels in our shop", "010303"],
    ["Saturday math tutors", "Help 6th graders one on one", "040104"],
    ["Food pantry helper", "Pack and hand out groceries", "040203"],
    ["Trail crew", "Restore the forest paths of the park", "050202"],
    ["Junior welder", null, "010204"],
    ["Veterinary clinic shadow day", "Follow the team that cares for dogs and cats", "050103"],
    ["Social media intern", "Plan posts and take part in our marketing", "060302"],
    ["Tax season helper", "Free tax preparation (VITA) with our bookkeepers", "030101"],
    ["Drone mapping day", "Fly an unmanned aircraft with a licensed pilot", "060105"],
    ["Voluntarios para el banco de alimentos", "Ayuda en la despensa", "040203"],
    ["Aprende a soldar", "Taller de soldadura y carpintería", "010204"],
  ])("%s", (title, summary, code) => {
    expect(first(title, summary ?? undefined)).toBe(code);
  });

  test("says the words that led to it, weightiest first", () => {
    const [suggestion] = suggestSubClusters({ title: "Robotics mentor", summary: "Coach a robot team after school" });
    expect(suggestion).toEqual({ code: "010104", because: ["robotics", "robot"] });
  });

  test("suggests nothing on a hint outside the title, on no words or on words it does not know", () => {
    expect(
      suggestSubClusters({ title: "Volunteers wanted", summary: "In the park", organization: "Green Team" }),
    ).toEqual([]);
    expect(suggestSubClusters({ title: "" })).toEqual([]);
    expect(suggestSubClusters({ title: "Zzyzx qwerty 🙂", body: "\u0000 ''; --" })).toEqual([]);
  });

  test("keeps to three, and to those that weigh at least half of the first", () => {
    const suggestions = suggestSubClusters({ title: "Tutor, nurse, welder, chef and robot pilot" });
    expect(suggestions).toHaveLength(3);
    expect(suggestSubClusters({ title: "Welding shop welder", body: "next to the nurse's office" })).toHaveLength(1);
  });

  test("the organization's name alone weighs less than what is offered", () => {
    const [suggestion] = suggestSubClusters({ title: "Accounting intern", organization: "City Theater" });
    expect(suggestion?.code).toBe("030101");
  });

  test("has words for every sub-cluster of the framework, and for nothing else", async () => {
    const lines = (await readFile("db/reference/sub-clusters.tsv", "utf8")).trim().split("\n").slice(1);
    expect(Object.keys(SUB_CLUSTER_WORDS)).toEqual(lines.map((line) => line.split("\t")[0]));
  });
});
