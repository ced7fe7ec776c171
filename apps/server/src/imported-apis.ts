import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import {
  documentFromJson,
  documentToJson,
  type ImportedApis,
  type SearchEntry,
  searchEntry,
} from '@topgate/codegen'
import type { ContractJson, DocumentedApi } from '@topgate/contracts'

/**
 * Descriptions of APIs that are documented here and served elsewhere. They are no part of the
 * platform's data: one file beside the database, written as a whole, read by whoever shows pages.
 * Its first line is the index for lists and search; each further line is one description, read
 * only when its page is asked for.
 */
const FILE_NAME = 'imported-apis.ndjson'
const READ_BYTES = 1 << 20
const INDEX_BYTES_MAX = 64 << 20
const NEW_LINE = 0x0a

interface Index {
  readonly format: 1
  readonly entries: readonly SearchEntry[]
  /** Bytes of each line, in the order of the entries. */
  readonly lengths: readonly number[]
}

/** Puts the descriptions in place of those that were there. A reader sees the old or the new file. */
export function writeImportedApis(dataDir: string, apis: readonly DocumentedApi[]): void {
  const lines = apis.map((api) => Buffer.from(`${JSON.stringify(documentToJson(api))}\n`))
  const index: Index = {
    format: 1,
    entries: apis.map(searchEntry),
    lengths: lines.map((line) => line.length),
  }
  const path = join(dataDir, FILE_NAME)
  const file = openSync(`${path}.new`, 'w', 0o600)
  try {
    writeSync(file, `${JSON.stringify(index)}\n`)
    for (const line of lines) writeSync(file, line)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.new`, path)
}

/** The descriptions of a data directory, as they are at this moment. */
export interface ImportedFile extends ImportedApis {
  /** Changes with every import. */
  readonly version: string
  close(): void
}

/** Opens the file; undefined when nothing was imported or the file is not one of ours. */
export function openImportedApis(dataDir: string): ImportedFile | undefined {
  const file = openFile(dataDir)
  if (file === undefined) return undefined
  const head = readIndex(file)
  if (head === undefined) {
    closeSync(file)
    return undefined
  }
  const places = new Map<string, readonly [start: number, length: number]>()
  let start = head.bytes
  head.index.entries.forEach(({ method }, at) => {
    const length = head.index.lengths[at] ?? 0
    places.set(method, [start, length])
    start += length
  })
  return {
    version: versionOf(file),
    entries: head.index.entries,
    find(method) {
      const place = places.get(method)
      if (place === undefined) return undefined
      const bytes = Buffer.alloc(place[1])
      readSync(file, bytes, 0, place[1], place[0])
      return documentFromJson(JSON.parse(bytes.toString()) as ContractJson)
    },
    close: () => closeSync(file),
  }
}

/** What `openImportedApis` would open, without reading it. */
export function versionOfImportedApis(dataDir: string): string {
  const file = openFile(dataDir)
  if (file === undefined) return ''
  try {
    return versionOf(file)
  } finally {
    closeSync(file)
  }
}

function openFile(dataDir: string): number | undefined {
  try {
    return openSync(join(dataDir, FILE_NAME), 'r')
  } catch {
    return undefined
  }
}

function versionOf(file: number): string {
  const { ino, size, mtimeMs } = fstatSync(file)
  return `${ino}-${size}-${mtimeMs}`
}

function readIndex(file: number): { index: Index; bytes: number } | undefined {
  const chunks: Buffer[] = []
  let bytes = 0
  while (bytes < INDEX_BYTES_MAX) {
    const chunk = Buffer.alloc(READ_BYTES)
    const read = readSync(file, chunk, 0, READ_BYTES, bytes)
    if (read === 0) return undefined
    const end = chunk.subarray(0, read).indexOf(NEW_LINE)
    chunks.push(chunk.subarray(0, end < 0 ? read : end))
    bytes += end < 0 ? read : end + 1
    if (end >= 0) return parseIndex(Buffer.concat(chunks).toString(), bytes)
  }
  return undefined
}

function parseIndex(text: string, bytes: number): { index: Index; bytes: number } | undefined {
  try {
    const index = JSON.parse(text) as Index
    return index.format === 1 ? { index, bytes } : undefined
  } catch {
    return undefined
  }
}
