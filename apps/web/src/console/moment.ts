import { formatBeijing } from '@topgate/contracts'
import { type Html, html } from '../html.ts'

/** `2026-11-21 10:05:00` in Beijing time; machines read the zone too. */
export function moment(epochMs: number): Html {
  return html`<time datetime="${new Date(epochMs).toISOString()}">${formatBeijing(epochMs)}</time>`
}

/** The same to the millisecond. */
export function exactMoment(epochMs: number): Html {
  const millis = String(Math.trunc(epochMs) % 1000).padStart(3, '0')
  return html`<time datetime="${new Date(epochMs).toISOString()}">${formatBeijing(epochMs)}<span class="millis">.${millis}</span></time>`
}
