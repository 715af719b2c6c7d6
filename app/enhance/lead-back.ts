/** "Back to the list" leads to the list as its reader had left it: same search, same page. */
export function leadBack() {
  const link = document.querySelector<HTMLAnchorElement>(".back-link");
  if (link && document.referrer.split("?")[0] === link.href) link.href = document.referrer;
}
