const NOBODY = "nobody-signed-in";
/** Who comes from there may have signed in since. */
const FROM_DESK = /\/(partner|coordinator|account|sign-in)/;

interface Reader {
  name: string;
  home: string;
  /** What they saved of this district. */
  saved: string[];
}

let guessed: Promise<Reader | null> | undefined;
let asked: Promise<Reader | null> | undefined;

/** Who reads; null: nobody is signed in, as far as this tab knows. */
export const guess = () =>
  (guessed ??= sessionStorage.getItem(NOBODY) && !FROM_DESK.test(document.referrer) ? Promise.resolve(null) : reader());

/** The same, asked for certain, once a page: before something is kept. */
export const reader = () => (asked ??= ask());

async function ask(): Promise<Reader | null> {
  const district = document.querySelector<HTMLElement>("[data-account]")?.dataset.district ?? "";
  try {
    const response = await fetch(`/account/menu?${new URLSearchParams({ district })}`, {
      headers: { accept: "application/json" },
    });
    const person = response.ok ? ((await response.json()) as Reader | null) : null;
    if (person) sessionStorage.removeItem(NOBODY);
    else sessionStorage.setItem(NOBODY, "1");
    return person;
  } catch {
    // Offline or away: the page is as for everyone.
    return null;
  }
}

/** Signed-in people find their desk where others sign in. Asked when the browser has time: the page is the same for all. */
export function showAccount() {
  const link = document.querySelector<HTMLAnchorElement>("[data-account]");
  if (!link) return;
  const soon = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 400));
  soon(() => void fill(link));
}

async function fill(link: HTMLAnchorElement) {
  const person = await guess();
  if (!person) return;
  link.href = person.home;
  const label = link.querySelector("span");
  if (label) label.textContent = link.dataset.account ?? person.name;
  link.title = person.name;
  const saved = document.querySelector<HTMLAnchorElement>("[data-saved-link]");
  if (saved) saved.href = saved.dataset.savedLink ?? saved.href;
}
