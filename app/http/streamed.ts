type Part = string | Uint8Array;

/** Pulled: a reader on a slow line is waited for, and nothing more is read for one who left. */
export function streamed(
  parts: Iterator<Part, void, void> | AsyncIterator<Part, void, void>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    async cancel() {
      await parts.return?.();
    },
  });
}
