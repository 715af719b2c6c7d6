/** The sign-in pages' own script: signs in with a passkey where the browser can. */
import { browserSupportsWebAuthn, startAuthentication } from "@simplewebauthn/browser";

type Options = Parameters<typeof startAuthentication>[0]["optionsJSON"];

function offer(form: HTMLFormElement) {
  const answer = form.elements.namedItem("credential") as HTMLInputElement;
  const said = form.querySelector("[role=status]");
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    if (answer.value) return;
    event.preventDefault();
    if (said) said.textContent = "";
    ask(form.dataset.passkey ?? "").then(
      (credential) => {
        answer.value = credential;
        form.submit();
      },
      // Nobody chose a passkey, or the network is away: the other ways are still there.
      () => said && (said.textContent = form.dataset.failed ?? ""),
    );
  });
}

async function ask(address: string): Promise<string> {
  const response = await fetch(address, { method: "POST", body: new URLSearchParams() });
  if (!response.ok) throw new Error(String(response.status));
  return JSON.stringify(await startAuthentication({ optionsJSON: (await response.json()) as Options }));
}

if (browserSupportsWebAuthn())
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) offer(form);
