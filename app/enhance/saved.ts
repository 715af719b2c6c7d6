/**
 * The save buttons: in the account of whoever is signed in, else on the device. Which are saved is filled in here, since
 * the page is the same for everyone.
 */
import { guess, reader } from "./account.ts";
import { keepOnDevice, onDevice } from "./device.ts";

type Button = HTMLButtonElement & { dataset: { save: string } };
const BUTTON = "button[data-save]";

let district = "";
let saved = new Set<string>();
let isDevice = true;
let said: HTMLElement | null = null;

export function saveListings() {
  said = document.getElementById("saved-said");
  district = said?.dataset.district ?? "";
  if (!said || !district) return;
  saved = new Set(onDevice(district));
  mark();
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<Button>(BUTTON) : null;
    if (!button) return;
    event.preventDefault();
    void toggle(button);
  });
  // The list renews itself in place.
  for (const id of ["results", "saved-here"]) {
    const changing = document.getElementById(id);
    if (changing) new MutationObserver(mark).observe(changing, { childList: true, subtree: id === "results" });
  }
  const soon = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 400));
  soon(() => void know());
}

async function know(asking = guess) {
  const person = await asking();
  // What was pressed since is newer than what was asked.
  if (!person || !isDevice) return;
  isDevice = false;
  saved = new Set(person.saved);
  mark();
}

function mark() {
  for (const button of document.querySelectorAll<Button>(BUTTON)) {
    const pressed = String(saved.has(button.dataset.save));
    if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
  }
}

async function toggle(button: Button) {
  const slug = button.dataset.save;
  await know(reader);
  const saving = !saved.has(slug);
  const problem = isDevice ? keep(slug, saving) : await post(button, saving);
  if (problem === null) {
    if (saving) saved.add(slug);
    else saved.delete(slug);
    mark();
  }
  say(problem ?? (saving ? (isDevice ? "device" : "account") : "removed"));
}

/** Null: done; else the name of what to say. */
function keep(slug: string, saving: boolean): string | null {
  const others = onDevice(district).filter((other) => other !== slug);
  return keepOnDevice(district, saving ? [slug, ...others] : others) ? null : "full";
}

async function post(button: Button, saving: boolean): Promise<string | null> {
  const body = new URLSearchParams({ change: saving ? "save" : "remove" });
  try {
    // Sent even when its reader has followed a link by then.
    const sending = { method: "POST", body, keepalive: true, headers: { accept: "application/json" } };
    const response = await fetch(button.formAction, sending);
    if (response.ok) return null;
    return response.status === 409 ? "full_account" : "failed";
  } catch {
    return "failed";
  }
}

let timer: ReturnType<typeof setTimeout> | undefined;

function say(what: string) {
  const words = said?.querySelector<HTMLElement>(`[data-say="${what}"]`)?.textContent ?? "";
  const line = said?.querySelector<HTMLElement>("[role=status]");
  if (!said || !line) return;
  line.textContent = words;
  said.classList.add("is-shown");
  clearTimeout(timer);
  timer = setTimeout(() => said?.classList.remove("is-shown"), 6_000);
}
