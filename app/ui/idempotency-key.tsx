/** Sent twice, done once: the verb answers a repeated key with what it did the first time. */
export function IdempotencyKey({ value }: { value: string }) {
  return <input type="hidden" name="idempotencyKey" value={value} />;
}
