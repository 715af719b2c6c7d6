import { expect, test } from "vitest";
import { readEmbed } from "#app/search/embed-query.ts";
import { embedSnippet, plainLink } from "./embed-snippet.ts";

const asked = readEmbed(
  new URLSearchParams(`q="bikes"&kind=JobShadowing&cards=3&look=dark&page=7&map=shown&site=https://www.school.example`),
);
const embedded = { origin: "https://list.example.org", district: "riverbend", locale: "es" as const, asked };
const words = { title: `Riverbend's "list" <b>`, link: "Ver & más" };

test("a snippet is a titled frame with its search, a link that needs no frame, and the script that gives it its height", () => {
  expect(embedSnippet({ ...embedded, height: 640, words })).toMatchInlineSnapshot(`
    "<iframe src="https://list.example.org/es/embed/riverbend?q=%22bikes%22&amp;kind=JobShadowing&amp;cards=3&amp;look=dark&amp;site=https%3A%2F%2Fwww.school.example" title="Riverbend&#39;s &#34;list&#34; &#60;b&#62;" lang="es"
      width="100%" height="640" style="border: 0" loading="lazy"></iframe>
    <p><a href="https://list.example.org/es/riverbend/opportunities?q=%22bikes%22&amp;kind=JobShadowing" lang="es">Ver &amp; más</a></p>
    <script src="https://list.example.org/embed.js" async></script>"
  `);
});

test("for a page that is not listed there is no script to load, since it would hear nothing", () => {
  const snippet = embedSnippet({ ...embedded, asked: { ...asked, site: null }, height: 640, words });
  expect(snippet).not.toContain("<script");
  expect(snippet).not.toContain("site=");
});

test("the plain link asks the same without what is the frame's", () => {
  expect(plainLink(embedded)).toBe(
    "https://list.example.org/es/riverbend/opportunities?q=%22bikes%22&kind=JobShadowing",
  );
});
