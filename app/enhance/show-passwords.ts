/** "Show the password" beside it; hidden again when it is sent, so that no browser remembers it as plain text. */
export function showPasswords() {
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset.shows) show(target, target.checked);
  });
  document.addEventListener("submit", ({ target }) => {
    if (target instanceof HTMLFormElement)
      for (const box of target.querySelectorAll<HTMLInputElement>("[data-shows]")) show(box, false);
  });
}

function show(box: HTMLInputElement, shown: boolean) {
  box.checked = shown;
  const field = document.getElementById(box.dataset.shows ?? "");
  if (field instanceof HTMLInputElement) field.type = shown ? "text" : "password";
}
