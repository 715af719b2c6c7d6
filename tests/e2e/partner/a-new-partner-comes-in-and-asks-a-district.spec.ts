import { followNewestMail } from "../mail.ts";
import { expect, expectAccessible, test } from "../journey.ts";

const RUNS = [
  { name: "in English, with JavaScript", javaScriptEnabled: true, prefix: "", organization: "Heron Boat Works" },
  {
    name: "R18: in Spanish, without JavaScript",
    javaScriptEnabled: false,
    prefix: "/es",
    organization: "Panadería Nube",
  },
];

for (const { name, javaScriptEnabled, prefix, organization } of RUNS)
  test.describe(name, () => {
    test.use({ javaScriptEnabled });

    test("a new partner signs up, adds an organization and asks a district", async ({ page }) => {
      const email = `new-partner${javaScriptEnabled ? "" : "-es"}@example.org`;
      await page.goto(`${prefix}/join`);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("link", { name: /I am a partner|Soy de una organización/ }).click();
      await page.getByLabel(/Your name|Su nombre/).fill("Pat Moss");
      await page.getByLabel(/Your e-mail|Su correo/).fill(email);
      await page.getByLabel(/^(Password|Contraseña)/).fill("four quiet herons wade");
      await page.getByRole("button", { name: /Create my account|Crear mi cuenta/ }).click();
      await expect(page).toHaveURL(/\/join\/sent$/);

      await expect(async () => followNewestMail(page, email, "verify")).toPass({ timeout: 15_000 });
      await page.getByRole("main").getByRole("button").first().click();
      await expect(page).toHaveURL(new RegExp(`${prefix}/join/organization$`));

      await page.getByRole("searchbox").or(page.locator("[name=q]")).first().fill(organization);
      await page.getByRole("button", { name: /Look for it|Buscar/ }).click();
      await page.getByRole("link", { name: /Add my organization|Agregar mi organización/ }).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel(/What kind|Qué tipo/).selectOption("business");
      await page.getByLabel(/City|Ciudad/).fill("Moline");
      await page.getByLabel(/State|Estado/).selectOption("IL");
      await page.getByLabel(/ZIP code|Código postal/).fill("61265");
      await page.getByRole("button", { name: /^(Add it|Agregarla)$/ }).click();

      await expect(page).toHaveURL(/\/partner\/partnerships/);
      await expect(page.getByRole("main")).toContainText(organization);
      await page.getByRole("checkbox", { name: /Riverbend/ }).check();
      await page.getByRole("button", { name: /Ask these districts|Pedir a estos distritos/ }).click();
      await expect(page.getByRole("main")).toContainText(/Waits|En espera/);
      if (javaScriptEnabled) await expectAccessible(page);
    });
  });
