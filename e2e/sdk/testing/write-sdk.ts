import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  generateSdk,
  SDK_VERSION,
  type SdkFile,
  type SdkLanguageName,
  sdkLanguages,
} from '@topgate/codegen'
import type { DocumentedApi } from '@topgate/contracts'
import { readCore } from '@topgate/server'

/** Writes the SDK of a language for these APIs into a folder and returns its files. */
export function writeSdk(
  languageName: SdkLanguageName,
  apis: readonly DocumentedApi[],
  folder: string,
): readonly SdkFile[] {
  const language = sdkLanguages.find(({ name }) => name === languageName)
  if (language === undefined) throw new Error(`no SDK in ${languageName}`)
  const files = generateSdk(language, apis, readCore(language), SDK_VERSION)
  writeFiles(folder, files)
  return files
}

export function writeFiles(folder: string, files: readonly SdkFile[]): void {
  for (const { path, text, isExecutable } of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text, { mode: isExecutable === true ? 0o755 : 0o644 })
  }
}
