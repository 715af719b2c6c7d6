/** Buttons that need a script stay hidden until it is here. */
export function copyAndPrint() {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-mail]"))
    link.href += `&body=${encodeURIComponent(address())}`;
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement) {
  await navigator.clipboard.writeText(address());
  const said = button.querySelector("[role=status]");
  if (said) said.textContent = button.dataset.copy ?? "";
}

const address = () => location.href.split("#")[0] ?? location.href;
