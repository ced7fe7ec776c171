import type { DocumentedApi } from '@topgate/contracts'
import { cppSdk } from './cpp/cpp.ts'
import { csharpSdk } from './csharp/csharp.ts'
import { curlSdk } from './curl/curl.ts'
import { javaSdk } from './java/java.ts'
import { buildSdkModel, type SdkModel } from './model.ts'
import type { Naming } from './naming.ts'
import { php } from './php/php.ts'
import { python } from './python/python.ts'
import { typescript } from './typescript/typescript.ts'

/** One file of an SDK. Paths are relative, with `/`. */
export interface SdkFile {
  readonly path: string
  readonly text: string
  /** A script to be run. */
  readonly isExecutable?: true
}

export type SdkLanguageName = 'java' | 'csharp' | 'php' | 'python' | 'cpp' | 'typescript' | 'curl'

/** How the SDK of a language is made. What is not generated is its core, hand-written in `cores/`. */
export interface SdkLanguage {
  readonly name: SdkLanguageName
  /** For people: `C#`. */
  readonly title: string
  readonly naming: Naming
  /** The files that follow from the model. */
  generate(model: SdkModel): readonly SdkFile[]
}

/** Every language that is offered, in the order of the samples on the pages. */
export const sdkLanguages: readonly SdkLanguage[] = [
  javaSdk,
  csharpSdk,
  php,
  curlSdk,
  python,
  cppSdk,
  typescript,
]

/** The hand-written part of each language, a folder each; see `SdkLanguage`. */
export const sdkCores = new URL('../../cores/', import.meta.url)

/** The version of what is shipped. A change that callers notice raises it. */
export const SDK_VERSION = '0.1.0'

/** Stands in the files of a core for the version of the SDK. */
export const VERSION_MARK = '@TOPGATE_SDK_VERSION@'

/**
 * The whole SDK of a language for these APIs, sorted by path: `core` as it is, but for the version,
 * and what is generated. The same input gives the same text. Throws `SdkRefusal`.
 */
export function generateSdk(
  language: SdkLanguage,
  apis: readonly DocumentedApi[],
  core: readonly SdkFile[],
  version: string,
): readonly SdkFile[] {
  const model = buildSdkModel(apis, language.naming, version)
  const files = [
    ...core.map((file) => ({ ...file, text: file.text.replaceAll(VERSION_MARK, version) })),
    ...language.generate(model),
  ].sort((a, b) => (a.path < b.path ? -1 : 1))
  const twice = files.find((file, index) => file.path === files[index + 1]?.path)
  if (twice !== undefined) throw new Error(`${language.name}: two files at ${twice.path}`)
  return files
}
