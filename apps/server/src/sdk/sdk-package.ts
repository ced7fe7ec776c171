import { generateSdk, SDK_VERSION, type SdkFile, type SdkLanguage } from '@topgate/codegen'
import type { DocumentedApi } from '@topgate/contracts'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { readCore } from './read-core.ts'

/** The SDK of a language for some APIs, ready to be handed out. */
export interface SdkPackage {
  /** Of the folder that everything is in: `topgate-sdk-java-0.1.0`. */
  readonly name: string
  readonly files: readonly SdkFile[]
}

/** Generates it. Throws `SdkRefusal` where an API has no form in the language. */
export function createSdkPackage(
  language: SdkLanguage,
  apis: readonly DocumentedApi[],
): SdkPackage {
  const files = generateSdk(language, apis, readCore(language), SDK_VERSION)
  return { name: `topgate-sdk-${language.name}-${SDK_VERSION}`, files }
}

const FIRST_YEAR = 1980
const UNIX = 3
const REGULAR_FILE = 0o100_000

/**
 * Its archive. The same files give the same bytes, whenever and wherever they are packed: one time for
 * all, the order of the paths, and a compressor that comes with this version and not with Node.
 */
export function zipSdk({ name, files }: SdkPackage): Uint8Array {
  // The first moment that the format can hold. It knows no zones, so it takes that of the process.
  const mtime = new Date(FIRST_YEAR, 0, 1)
  const entries: Zippable = {}
  for (const { path, text, isExecutable } of files) {
    const mode = REGULAR_FILE | (isExecutable === true ? 0o755 : 0o644)
    entries[`${name}/${path}`] = [strToU8(text), { mtime, os: UNIX, attrs: mode << 16, level: 9 }]
  }
  return zipSync(entries)
}
