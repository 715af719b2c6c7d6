import { followNewestMail } from "../mail.ts";
import { expect, test } from "../journey.ts";

test.use({ javaScriptEnabled: false });

test("R18: a new partner signs up in Spanish, adds an organization and asks a district", async ({ page }) => {
  const email = "nube@example.org";
  const organization = "Panadería Nube";
  await page.goto("/es/join");
  await page.getByRole("link", { name: "Soy de una organización" }).click();
  await page.getByLabel("Su nombre").fill("Pilar Nube");
  await page.getByLabel("Su correo").fill(email);
  await page.getByLabel(/^Contraseña/).fill("four quiet herons wade");
  await page.getByRole("button", { name: "Crear mi cuenta" }).click();
  await expect(page).toHaveURL(/\/join\/sent$/);

  await expect(async () => followNewestMail(page, email, "verify")).toPass({ timeout: 15_000 });
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page).toHaveURL(/\/es\/join\/organization$/);

  await page.locator("[name=q]").fill(organization);
  await page.getByRole("button", { name: "Buscar" }).click();
  await page.getByRole("link", { name: "Agregar mi organización" }).click();
  await page.getByLabel(/Qué tipo/).selectOption("business");
  await page.getByLabel("Ciudad").fill("Moline");
  await page.getByLabel("Estado").selectOption("IL");
  await page.getByLabel("Código postal").fill("61265");
  await page.getByRole("button", { name: "Agregarla", exact: true }).click();

  await expect(page).toHaveURL(/\/partner\/partnerships/);
  await expect(page.getByRole("main")).toContainText(organization);
  await page.getByRole("checkbox", { name: /Riverbend/ }).check();
  await page.getByRole("button", { name: "Pedir a estos distritos" }).click();
  await expect(page.getByRole("main")).toContainText("En espera");
});
