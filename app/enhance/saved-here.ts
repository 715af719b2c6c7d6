/** The page of what this device holds: its listings are named in an address, and their cards taken from the answer. */
import { reader } from "./account.ts";
import { keepOnDevice, onDevice } from "./device.ts";

export function showSavedHere() {
  const here = document.getElementById("saved-here");
  const district = here?.dataset.district;
  if (!here || !district) return;
  const held = onDevice(district);
  if (held.length === 0) {
    // An address that names listings shows them, whatever this device holds.
    show("[data-when-empty]", !here.firstElementChild);
    return;
  }
  show("[data-when-some]", true);
  void fill(here, held);
  document.querySelector("[data-forget]")?.addEventListener("click", () => {
    keepOnDevice(district, []);
    location.assign(location.pathname);
  });
  void offerToMove(district, held);
}

async function fill(here: HTMLElement, held: readonly string[]) {
  const asked = new URLSearchParams(held.map((slug) => ["listing", slug]));
  try {
    const response = await fetch(`${location.pathname}?${asked}`, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    here.replaceChildren(...(page.getElementById("saved-here")?.childNodes ?? []));
  } catch {
    location.assign(`${location.pathname}?${asked}`);
  }
}

/** Whoever has signed in since may take along what the device holds. */
async function offerToMove(district: string, held: readonly string[]) {
  if (!(await reader())) return;
  show("[data-move]", true);
  document.querySelector<HTMLButtonElement>("[data-move]")?.addEventListener("click", (event) => {
    (event.currentTarget as HTMLButtonElement).disabled = true;
    void move(district, held);
  });
}

/** What does not arrive stays on the device. */
async function move(district: string, held: readonly string[]) {
  const left: string[] = [];
  const body = () => new URLSearchParams({ change: "save" });
  for (const slug of held.toReversed()) {
    const address = `/${district}/opportunities/${slug}/saving`;
    const response = await fetch(address, {
      method: "POST",
      body: body(),
      headers: { accept: "application/json" },
    }).catch(() => null);
    if (!response || (!response.ok && response.status !== 404)) left.unshift(slug);
  }
  keepOnDevice(district, left);
  location.assign(left.length > 0 ? location.pathname : "/account/saved");
}

function show(selector: string, shown: boolean) {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) element.hidden = !shown;
}
