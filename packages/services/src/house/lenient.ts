import type { Leniency } from '@topgate/contracts'
import type { CallerApp } from '@topgate/engine'

/**
 * What a lenient app is forgiven: it reports for a partner that nobody has set up, by whatever
 * account its session belongs to. Its rows are its own, since every key begins with the partner.
 */

/** For whom an app reports. A lenient app without a partner reports for itself. */
export function partnerOf({ owns, profile, key }: CallerApp): string | undefined {
  return owns.house_partner ?? (profile === 'lenient' ? `app-${key}` : undefined)
}

/** What a call rests on that nobody has set up: no partner, or another account bound to it. */
export function forgivenIn(boundUserTag: string | undefined): Leniency[] {
  return [
    boundUserTag === undefined
      ? 'created-on-first-use:house_partner'
      : 'created-on-first-use:session',
  ]
}
