const WIDE = "(min-width: 64rem)";

/** On a narrow screen the filters' line opens a sheet over the page instead of pushing the list away. */
export function openFiltersAsSheet() {
  const filters = document.querySelector<HTMLDetailsElement>("details.filters");
  const body = filters?.querySelector<HTMLElement>(".filter-body");
  const summary = filters?.querySelector("summary");
  if (!filters || !body || !summary) return;
  const wide = matchMedia(WIDE);
  const sheet = buildSheet(filters, summary);

  summary.addEventListener("click", (event) => {
    if (wide.matches) return;
    event.preventDefault();
    sheet.body.append(body);
    sheet.dialog.showModal();
  });
  sheet.dialog.addEventListener("close", () => {
    filters.append(body);
    summary.focus();
  });
  // A press on the backdrop lands on the dialog itself.
  sheet.dialog.addEventListener("click", (event) => {
    if (event.target === sheet.dialog) sheet.dialog.close();
  });
  body.querySelector(".apply")?.addEventListener("click", (event) => {
    if (!sheet.dialog.open) return;
    event.preventDefault();
    sheet.dialog.close();
  });

  // Browsers that cannot style a closed <details> open need it open beside the list.
  const fit = () => {
    filters.open = wide.matches;
    if (wide.matches && sheet.dialog.open) sheet.dialog.close();
  };
  wide.addEventListener("change", fit);
  fit();
}

function buildSheet(filters: HTMLDetailsElement, summary: Element) {
  const dialog = document.createElement("dialog");
  dialog.className = "sheet";
  const head = document.createElement("div");
  head.className = "sheet-head";
  const title = document.createElement("h2");
  title.id = "sheet-title";
  title.textContent = summary.firstElementChild?.nextSibling?.textContent ?? "";
  dialog.setAttribute("aria-labelledby", title.id);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "btn btn-quiet";
  close.textContent = filters.dataset.close ?? "×";
  close.addEventListener("click", () => dialog.close());
  head.append(title, close);
  const body = document.createElement("div");
  body.className = "sheet-body";
  dialog.append(head, body);
  filters.after(dialog);
  return { dialog, body };
}
