import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { generateSdk, type SdkFile, type SdkLanguageName, sdkLanguages } from '@topgate/codegen'
import type { DocumentedApi } from '@topgate/contracts'

const coresDir = join(import.meta.dirname, '../../../packages/codegen/cores')

/** Writes the SDK of a language for these APIs into a folder and returns its files. */
export function writeSdk(
  languageName: SdkLanguageName,
  apis: readonly DocumentedApi[],
  dir: string,
): readonly SdkFile[] {
  const language = sdkLanguages.find(({ name }) => name === languageName)
  if (language === undefined) throw new Error(`no SDK in ${languageName}`)
  const files = generateSdk(language, apis, readCore(join(coresDir, languageName)), '0.0.0-test')
  for (const { path, text } of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  return files
}

function readCore(dir: string): SdkFile[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(dir, path), text: readFileSync(path, 'utf8') }))
}
