const NOBODY = "nobody-signed-in";
/** Who comes from there may have signed in since. */
const FROM_DESK = /\/(partner|coordinator|account|sign-in)/;

/** Signed-in people find their desk where others sign in. Asked when the browser has time: the page is the same for all. */
export function showAccount() {
  const link = document.querySelector<HTMLAnchorElement>("[data-account]");
  if (!link || (sessionStorage.getItem(NOBODY) && !FROM_DESK.test(document.referrer))) return;
  const soon = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 400));
  soon(() => void fill(link));
}

async function fill(link: HTMLAnchorElement) {
  try {
    const response = await fetch("/account/menu", { headers: { accept: "application/json" } });
    const person = response.ok ? ((await response.json()) as { name: string; home: string } | null) : null;
    if (!person) return sessionStorage.setItem(NOBODY, "1");
    link.href = person.home;
    const label = link.querySelector("span");
    if (label) label.textContent = link.dataset.account ?? person.name;
    link.title = person.name;
  } catch {
    // Offline or away: the link still leads to signing in.
  }
}
