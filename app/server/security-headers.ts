/** Said with every answer: pages, errors, redirects, assets, and what the HTTP parser refuses. */
export interface SecurityPolicy {
  /** Whether readers reach the site over https. */
  https: boolean;
  /** Vite's development client adds styles and opens a socket. */
  development: boolean;
}

export type HeaderPair = [name: string, value: string];

/** The headers said with every answer, and what this one says instead or besides. */
export const withOwn = (said: readonly HeaderPair[], own: readonly HeaderPair[]): HeaderPair[] => [
  ...said.filter(([name]) => !own.some(([ownName]) => ownName === name)),
  ...own,
];

/** Everything but the content security policy, which may carry a nonce. */
export function securityHeaders({ https }: SecurityPolicy): HeaderPair[] {
  return [
    ["X-Content-Type-Options", "nosniff"],
    // Not `no-referrer`: browsers would then send `Origin: null` with the site's own forms.
    ["Referrer-Policy", "same-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()"],
    // Nothing about the names below: under a district's host they are the district's.
    ...(https ? [["Strict-Transport-Security", "max-age=63072000"] satisfies HeaderPair] : []),
  ];
}

/** `nonce`: for pages that bring scripts of their own. `framedBy`: the origins whose pages may show this one in a frame. */
export function contentSecurityPolicy(
  { development, https }: SecurityPolicy,
  { nonce, framedBy = "" }: { nonce?: string; framedBy?: string } = {},
) {
  return [
    "default-src 'self'",
    `script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy || "'none'"}`,
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/**
 * Said by a route whose page may stand in a frame, with the origins that may; it never leaves the server. Without it, a
 * page is framed by nobody.
 */
export const FRAMED_BY_HEADER = "X-Framed-By";

/** For pages and scripts that other sites may load: what those sites ask of all they load is allowed. */
export const FOR_OTHER_SITES: HeaderPair = ["Cross-Origin-Resource-Policy", "cross-origin"];
