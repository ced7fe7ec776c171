import { gunzipSync } from 'node:zlib'
import { catalogue, type DocumentedApi, readTopDescription } from '@topgate/contracts'
import { UsageError } from '../exit-codes.ts'

/** Far above TOP's full set, and within what a process can hold. */
const TEXT_BYTES_MAX = 256 * 1024 * 1024
const GZIP_MAGIC = [0x1f, 0x8b]

export interface ReadDescriptions {
  /** By method; the last description of a method stands. */
  readonly apis: ReadonlyMap<string, DocumentedApi>
  /** Descriptions in the file, readable or not. */
  readonly found: number
  /** Those of which nothing can be shown. */
  readonly unreadable: number
  /** Everything that could not be read, each with its place. */
  readonly problems: readonly string[]
}

/** Reads a file of TOP's metadata: one object, an array, or an object on each line; gzip or plain. */
export function readDescriptions(bytes: Uint8Array): ReadDescriptions {
  const apis = new Map<string, DocumentedApi>()
  const problems: string[] = []
  let unreadable = 0
  const served = new Set(catalogue.map(({ method }) => method))
  const values = valuesOf(textOf(bytes))
  for (const { place, value, problem } of values) {
    const read = problem === undefined ? readTopDescription(value) : { problems: [problem] }
    const name = read.api?.method ?? ''
    problems.push(...read.problems.map((text) => `${name || place}: ${text}`))
    if (read.api === undefined) unreadable += 1
    else if (served.has(name)) problems.push(`${name}: is served here; its own contract stands`)
    else {
      if (apis.has(name)) problems.push(`${name}: described twice; the last one stands`)
      apis.set(name, read.api)
    }
  }
  return { apis, found: values.length, unreadable, problems }
}

interface Value {
  readonly place: string
  readonly value?: unknown
  readonly problem?: string
}

function textOf(bytes: Uint8Array): string {
  const isGzip = GZIP_MAGIC.every((byte, at) => bytes[at] === byte)
  try {
    const plain = isGzip ? gunzipSync(bytes, { maxOutputLength: TEXT_BYTES_MAX }) : bytes
    if (plain.length > TEXT_BYTES_MAX) throw new Error(`larger than ${TEXT_BYTES_MAX} bytes`)
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch (error) {
    throw new UsageError(
      `The file cannot be read: ${error instanceof Error ? error.message : error}`,
    )
  }
}

function valuesOf(text: string): Value[] {
  const whole = parse(text)
  if (whole.problem === undefined) {
    return Array.isArray(whole.value)
      ? whole.value.map((value, index) => ({ place: `element ${index + 1}`, value }))
      : [{ place: 'the file', value: whole.value }]
  }
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    return [{ place: `line ${index + 1}`, ...parse(line) }]
  })
}

function parse(text: string): { value?: unknown; problem?: string } {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { problem: 'not JSON' }
  }
}
