import { describe, expect, test } from "vitest";
import { listings } from "#db/schema/listings.ts";
import {
  awaitsReview,
  canHappen,
  hasPendingEdit,
  isEditable,
  isPublic,
  LIFECYCLE,
  type ListingState,
  type Transition,
} from "./lifecycle.ts";

const STATES: ListingState[] = listings.state.enumValues;
const TRANSITIONS = Object.keys(LIFECYCLE) as Transition[];

/** The table of the README, one row a transition: from, by, to. */
const ROWS: [Transition, ListingState[], string[], ListingState][] = [
  ["submit", ["draft", "changes_requested"], ["partner"], "submitted"],
  ["approve", ["submitted"], ["coordinator"], "published"],
  ["schedule", ["submitted"], ["coordinator"], "approved"],
  ["publish", ["approved"], ["system"], "published"],
  ["request_changes", ["submitted"], ["coordinator"], "changes_requested"],
  ["decline", ["submitted"], ["coordinator"], "declined"],
  ["withdraw", ["submitted", "changes_requested", "approved"], ["partner"], "closed"],
  ["close", ["published"], ["partner", "coordinator"], "closed"],
  ["expire", ["published"], ["system"], "expired"],
  ["suspend", ["published", "approved"], ["coordinator", "system"], "suspended"],
  ["hide", ["published"], ["system"], "suspended"],
  ["restore", ["suspended"], ["coordinator"], "published"],
  ["reschedule", ["suspended"], ["coordinator"], "approved"],
  ["reopen", ["closed"], ["partner", "coordinator"], "published"],
  ["renew", ["closed", "expired", "declined"], ["partner"], "submitted"],
];

describe("the lifecycle of a listing", () => {
  test.each(ROWS)("%s starts from %j, by %j, and leads to %s", (transition, from, by, to) => {
    expect(LIFECYCLE[transition]).toEqual({ from, by, to });
    expect(STATES.filter((state) => canHappen(transition, state)).toSorted()).toEqual(from.toSorted());
  });

  test("the table names every transition", () => {
    expect(ROWS.map(([transition]) => transition).toSorted()).toEqual(TRANSITIONS.toSorted());
  });

  test("every state but a new draft is reached by some transition", () => {
    const reached = new Set<ListingState>(TRANSITIONS.map((transition) => LIFECYCLE[transition].to));
    expect(STATES.filter((state) => !reached.has(state))).toEqual(["draft"]);
  });

  test("learners see published listings and no others", () => {
    expect(STATES.filter(isPublic)).toEqual(["published"]);
  });

  test("only a coordinator's verb or the clock makes a listing public, but a partner may take back a closing", () => {
    const leadingToPublic = TRANSITIONS.filter((each) => each !== "reopen" && isPublic(LIFECYCLE[each].to));
    expect(leadingToPublic.flatMap((transition) => LIFECYCLE[transition].by)).not.toContain("partner");
  });

  test("the partner's text is open in drafts and after changes were asked for", () => {
    expect(STATES.filter(isEditable)).toEqual(["draft", "changes_requested"]);
  });
});

describe("what waits for a coordinator", () => {
  const listing = (state: ListingState, submittedRevisionId: string | null, publishedRevisionId: string | null) => ({
    state,
    submittedRevisionId,
    publishedRevisionId,
  });

  test("a submitted listing", () => {
    expect(awaitsReview(listing("submitted", "a", null))).toBe(true);
  });

  test("a published listing whose partner sent another text", () => {
    expect(hasPendingEdit(listing("published", "b", "a"))).toBe(true);
    expect(awaitsReview(listing("published", "b", "a"))).toBe(true);
  });

  test.each([
    ["published as submitted", listing("published", "a", "a")],
    ["published by an import", listing("published", null, "a")],
    ["suspended with another text", listing("suspended", "b", "a")],
    ["sent back to its partner", listing("changes_requested", "a", null)],
  ])("not one that is %s", (_case, ended) => {
    expect(awaitsReview(ended)).toBe(false);
  });
});
