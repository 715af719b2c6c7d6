/**
 * The addresses that programs post to, not browsers. Everything else that is posted must come from a page of this
 * site, which the browser vouches for (S3); a program has no such word to give. Here each request proves itself: a
 * webhook by the signature of its body, a mail program's one click (RFC 8058) by the signed token in the address. So
 * that nothing else stands for proof, such a request arrives without its cookies; no other address is excepted.
 */
interface MachineRoute {
  path: RegExp;
  body: "form" | "json";
}

const MACHINE_ROUTES: readonly MachineRoute[] = [
  { path: /^\/webhooks\/resend$/, body: "json" },
  { path: /^\/unsubscribe\/[a-z]+\/[\w-]+$/, body: "form" },
];

/** By the path without its language. */
export const machineRoute = (pathname: string): MachineRoute | undefined =>
  MACHINE_ROUTES.find(({ path }) => path.test(pathname));
