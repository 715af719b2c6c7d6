/** Answers after which a form must be sent again: nobody is signed in any more, the site needs a moment. */
const SEND_AGAIN = new Set([401, 503]);

/**
 * A desk's forms are sent by script. Where the answer is that one must be sent again, it is sent once more as a page's
 * own form: the server then answers with a page that keeps what was typed.
 */
export function sendAgainAsPage() {
  const ask = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const response = await ask(input, init);
    const form = formOf(init?.body);
    const { pathname, search, origin } = new URL(input instanceof Request ? input.url : input, location.href);
    const isForm = init?.method === "POST" && origin === location.origin && pathname.endsWith(".data") && form;
    if (!isForm || !SEND_AGAIN.has(response.status)) return response;
    submit(pathname.slice(0, -".data".length) + withoutRoutes(search), form);
    // The page is about to be another one: who waits for this answer waits no longer.
    return new Promise<Response>(() => {});
  };
}

const formOf = (body: unknown) => (body instanceof FormData || body instanceof URLSearchParams ? body : null);

/** Which routes' data a script wants is nothing to a page. */
function withoutRoutes(search: string): string {
  const asked = new URLSearchParams(search);
  asked.delete("_routes");
  const rest = asked.toString();
  return rest && `?${rest}`;
}

function submit(action: string, fields: FormData | URLSearchParams) {
  const form = Object.assign(document.createElement("form"), { method: "post", action });
  for (const [name, value] of fields)
    if (typeof value === "string")
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
}
