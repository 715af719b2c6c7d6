/** Said with every answer: pages, errors, redirects, assets, and what the HTTP parser refuses. */
export interface SecurityPolicy {
  /** Whether readers reach the site over https. */
  https: boolean;
  /** Vite's development client adds styles and opens a socket. */
  development: boolean;
}

export type HeaderPair = [name: string, value: string];

/** Everything but the content security policy, which may carry a nonce. */
export function securityHeaders({ https }: SecurityPolicy): HeaderPair[] {
  return [
    ["X-Content-Type-Options", "nosniff"],
    // Not `no-referrer`: browsers would then send `Origin: null` with the site's own forms.
    ["Referrer-Policy", "same-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()"],
    ...(https ? [["Strict-Transport-Security", "max-age=63072000; includeSubDomains"] satisfies HeaderPair] : []),
  ];
}

/** With `nonce` for pages that bring scripts of their own. */
export function contentSecurityPolicy(policy: SecurityPolicy, nonce?: string) {
  const { development, https } = policy;
  return [
    "default-src 'self'",
    `script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
