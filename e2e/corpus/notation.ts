import { gzipSync } from 'node:zlib'
import { beijing } from './clock.ts'
import { fixtureValues } from './fixtures.ts'
import type { OpArguments } from './op-arguments.ts'

/** Fills names into a text of the corpus. */
export type Fill = (text: string) => string

const unitMs: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 }

/** Fills in `{rep:X:N}`, times such as `{now-8h}` and names. Other text in braces stays. */
export function fillIn(
  text: string,
  nowMs: number,
  lookUp: (name: string) => string | undefined,
): string {
  return text
    .replace(/\{rep:(.+?):(\d+)\}/gu, (_, unit: string, times: string) =>
      unit.repeat(Number(times)),
    )
    .replace(
      /\{([a-z_0-9]+?)(?:([+-]\d+)([smh]))?\}/g,
      (whole, name: string, shift = '0', unit = 's') => {
        const ms = nowMs + Number(shift) * (unitMs[unit] ?? 0)
        return timeOf(name, ms) ?? lookUp(name) ?? fixtureValues[name] ?? whole
      },
    )
}

function timeOf(name: string, ms: number): string | undefined {
  switch (name) {
    case 'now':
      return beijing(ms)
    case 'today':
      return beijing(ms).slice(0, 10)
    case 'now_slashes':
      return beijing(ms).replaceAll('-', '/')
    case 'now_iso':
      return new Date(ms).toISOString().replace('.000Z', 'Z')
    case 'epoch_ms':
      return String(ms)
    case 'epoch_ms_12':
      return String(ms).slice(0, 12)
    default:
      return undefined
  }
}

/** The text that an op gives as `value`, `value_repeat` or `value_nest`. */
export function textOf(op: OpArguments, fill: Fill): string {
  const repeat = op.parts('value_repeat')
  if (repeat !== undefined) return repeated(repeat, 'unit')
  const nest = op.parts('value_nest')
  if (nest !== undefined) return repeated(nest, 'open') + repeated(nest, 'close')
  return fill(op.text('value'))
}

/** A name, which may be given as a repeated unit too. */
export function nameOf(op: OpArguments): string {
  const repeat = op.parts('name_repeat')
  return repeat === undefined ? op.text('name') : repeated(repeat, 'unit')
}

function repeated(parts: OpArguments, unit: string): string {
  return parts.text(unit).repeat(parts.number('times'))
}

const INFLATED_BYTES = 10 * 1024 * 1024

/** The bytes that an op gives as hex, by name or as text. */
export function bytesOf(op: OpArguments, fill: Fill): Buffer {
  const hex = op.optionalText('value_hex')
  if (hex !== undefined) return Buffer.from(hex, 'hex')
  const name = op.optionalText('value_ref')
  if (name === undefined) return Buffer.from(textOf(op, fill))
  if (name !== 'gzip_bomb_10k_to_10m') throw new Error(`no such value: ${name}`)
  return gzipSync(Buffer.alloc(INFLATED_BYTES))
}
