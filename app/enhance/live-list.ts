/**
 * The list renews itself in place: a filter, a chip, a page or a search fetches the page it would have led to and
 * takes the results and counts from it. Focus and scroll stay; the address and the back button work as ever. When
 * anything goes wrong, the browser simply goes there.
 */
const PAUSE_MS = 120;

export function renewList() {
  const results = document.getElementById("results");
  const form = document.getElementById("search");
  if (!results || !(form instanceof HTMLFormElement)) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  async function show(address: string, { push, top }: { push: boolean; top: boolean }) {
    const turn = ++asked;
    results?.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(address, { headers: { accept: "text/html" } });
      if (!response.ok) throw new Error(String(response.status));
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (turn !== asked) return;
      if (push) history.pushState({ list: true }, "", address);
      exchange(page);
      if (top) document.getElementById("count")?.focus();
      if (top) document.getElementById("results")?.scrollIntoView();
    } catch {
      if (turn === asked) location.assign(address);
    }
  }

  document.addEventListener("change", (event) => {
    const control = event.target;
    if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return;
    if (control.form !== form || control.type === "search" || control.type === "text") return;
    clearTimeout(timer);
    timer = setTimeout(() => void show(addressOf(form), { push: true, top: false }), PAUSE_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void show(addressOf(form), { push: true, top: false });
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-swap]") : null;
    // Of a link on the map `href` is an object, so the attribute is read.
    const address = link?.getAttribute("href");
    if (!link || !address || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void show(address, { push: true, top: link.getAttribute("data-swap") === "top" });
  });
  history.replaceState({ list: true }, "");
  window.addEventListener("popstate", (event) => {
    if ((event.state as { list?: boolean } | null)?.list) void show(location.href, { push: false, top: false });
  });
}

/** The form's address without its empty fields, and with one more choice. */
export function addressOf(form: HTMLFormElement, more?: [name: string, value: string]) {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value) params.append(name, value);
  if (more) params.append(...more);
  const query = params.toString();
  return form.action.split("?")[0] + (query && `?${query}`);
}

/** Takes from the new page what the answer changes. */
function exchange(page: Document) {
  const active = document.activeElement;
  const focused = active?.id;
  const typed =
    active instanceof HTMLInputElement && active.form?.id === "search" && active.type !== "checkbox"
      ? active.value
      : null;
  document.title = page.title;
  for (const id of ["results", "search"])
    document.getElementById(id)?.replaceChildren(...(page.getElementById(id)?.childNodes ?? []));
  // Someone may have typed on while the answer was on its way.
  const field = focused ? document.getElementById(focused) : null;
  if (typed !== null && field instanceof HTMLInputElement) field.value = typed;
  document.getElementById("results")?.removeAttribute("aria-busy");
  exchangeFilters(page);
  const language = document.querySelector<HTMLAnchorElement>("[data-language]");
  const freshLanguage = page.querySelector<HTMLAnchorElement>("[data-language]");
  if (language && freshLanguage) language.href = freshLanguage.href;
  const said = document.getElementById("announce");
  if (said) said.textContent = document.getElementById("count")?.textContent ?? "";
  if (focused && document.activeElement?.id !== focused)
    document.getElementById(focused)?.focus({ preventScroll: true });
}

function exchangeFilters(page: Document) {
  const fresh = page.querySelector(".filters");
  const old = document.querySelector(".filters");
  const body = document.querySelector(".filter-body");
  const freshBody = page.querySelector(".filter-body");
  if (!fresh || !old || !body || !freshBody) return;
  const open = new Map([...body.querySelectorAll("details")].map((group) => [group.id, group.open]));
  const scroll = body.closest("dialog")?.scrollTop;
  old.querySelector("summary")?.replaceChildren(...(fresh.querySelector("summary")?.childNodes ?? []));
  const apply = body.querySelector(".apply");
  body.replaceChildren(...freshBody.childNodes);
  // The sheet listens to its own button.
  const freshApply = body.querySelector(".apply");
  if (apply && freshApply) freshApply.replaceWith(apply);
  for (const group of body.querySelectorAll("details")) group.open = open.get(group.id) ?? group.open;
  const dialog = body.closest("dialog");
  if (dialog && scroll !== undefined) dialog.scrollTop = scroll;
}
