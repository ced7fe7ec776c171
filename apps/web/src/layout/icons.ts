import { trusted } from '../html.ts'

/** Icons take the colour and size of the text beside them. */

/** A gate: two posts and a beam, with a way through. */
export const brandMark = trusted(
  '<svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 21V5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v16h-4.5V8.5h-9V21Z" fill="currentColor"/><circle class="brand-dot" cx="12" cy="15.5" r="2.2"/></svg>',
)

export const moonIcon = trusted(
  '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M20.5 14.2A8.6 8.6 0 0 1 9.8 3.5a8.6 8.6 0 1 0 10.7 10.7Z" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"/></svg>',
)

export const searchIcon = trusted(
  '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><circle cx="10.5" cy="10.5" r="6.5" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="m15.5 15.5 5 5" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/></svg>',
)
