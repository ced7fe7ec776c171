/** What a request says about where it comes from. */
export interface Origins {
  readonly host: string | undefined
  readonly origin: string | undefined
}

const loopbackHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i

/**
 * The operators' port is on loopback. A name that somebody else's server resolves to this machine
 * (DNS rebinding) is still his name: it is refused, whatever the page asks for. Any port goes, so
 * that a tunnel may have its own.
 */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && loopbackHost.test(host)
}

/** Only our own pages may send forms; a browser tells whose page it was. */
export function isOwnForm({ host, origin }: Origins): boolean {
  return origin !== undefined && origin.toLowerCase() === `http://${host?.toLowerCase()}`
}
