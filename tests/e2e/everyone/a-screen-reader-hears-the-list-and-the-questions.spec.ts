import { expect, test } from "../journey.ts";

test.use({ viewport: { width: 1366, height: 768 } });

test("the list is a search, filters that say how many they leave, and places by name", async ({ page }) => {
  await page.goto("/riverbend/opportunities?q=bike");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Everything on the list" [level=1]
      - search "Search the list":
        - combobox "What?": bike
        - combobox "Where?"
        - button "Search"
      - group:
        - combobox "Near my school"
        - group:
          - group "Kind of experience":
            - checkbox /Paid internship \\(\\d+ opportunit/
        - group:
          - group "Grade":
            - checkbox /Grade 10 \\(\\d+ opportunit/
      - status
      - heading /\\d+ opportunities/ [level=2]
      - navigation "Sort by":
        - link "Newest"
      - article:
        - paragraph: Paid internship
        - button /Save .+/
        - heading /.+/ [level=3]:
          - link /.+/
        - list:
          - listitem
  `);
});

test("each question is a group by its own words, with three answers, and says where one is", async ({ page }) => {
  await page.goto("/riverbend/interests");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "What do you like to do?" [level=1]
      - paragraph: Step 1 of 2
      - group "Fix a bike that won't shift":
        - radio "Like"
        - radio "Not sure"
        - radio "Don't like"
      - group "Test the water of a creek to see if it's clean":
        - radio "Like"
        - radio "Not sure"
        - radio "Don't like"
      - button "Next"
      - link "Skip this group"
  `);
  await expect(page.getByRole("main").getByRole("group")).toHaveCount(6);
});
