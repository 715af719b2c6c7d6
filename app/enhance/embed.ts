/**
 * The only script of a list in somebody else's page: it tells that page how high the list is, and no other page. The
 * page's own script, `public/embed.js`, does the rest.
 */
const { site } = document.body.dataset;
if (site && window.parent !== window) {
  const tell = () => {
    const { height } = document.body.getBoundingClientRect();
    window.parent.postMessage({ waypost: "height", height }, site);
  };
  new ResizeObserver(tell).observe(document.body);
  addEventListener("message", ({ origin, source, data }: MessageEvent<{ waypost?: unknown } | null>) => {
    if (origin === site && source === window.parent && data?.waypost === "height?") tell();
  });
}
