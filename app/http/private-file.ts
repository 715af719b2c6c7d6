interface StoredFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** What somebody sent, saved and never shown in the site's own name: whatever is in it, it runs nothing here. */
export function privateFile({ name, mediaType, bytes }: StoredFile): Response {
  const plain = name.replace(/[^\w .-]/g, "_");
  // Old browsers read the plain name, all others the one with its letters.
  const named = `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Length": String(bytes.length),
      "Content-Disposition": `attachment; ${named}`,
      "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}

const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
