import { join } from 'node:path'
import { generateSdk, SDK_VERSION, type SdkFile, sdkLanguages } from '@topgate/codegen'
import { catalogue, documentServed } from '@topgate/contracts'
import { readCore } from '@topgate/server'

const root = join(import.meta.dirname, '../..')

/** The SDK of every language for what is served here, and the folder that it is kept in. */
export function shippedSdks(): { readonly folder: string; readonly files: readonly SdkFile[] }[] {
  const apis = catalogue.map(documentServed)
  return sdkLanguages.map((language) => ({
    folder: join(root, 'sdks', language.name),
    files: generateSdk(language, apis, readCore(language), SDK_VERSION),
  }))
}
