import { join } from 'node:path'
import {
  codeSample,
  curlCall,
  generateSdk,
  type SampleLanguage,
  SDK_VERSION,
  type SdkFile,
  sampleLanguages,
  sdkLanguages,
} from '@topgate/codegen'
import { catalogue, documentServed } from '@topgate/contracts'
import { plainDigests } from '@topgate/protocol'
import { readCore } from '@topgate/server'

const root = join(import.meta.dirname, '../..')

/** A folder under `sdks/` and what it has to hold. */
export interface ShippedFolder {
  readonly folder: string
  readonly files: readonly SdkFile[]
}

/** The SDK of every language for what is served here, and the samples of the pages. */
export function shippedSdks(): readonly ShippedFolder[] {
  const apis = catalogue.map(documentServed)
  const sdks = sdkLanguages.map((language) => ({
    folder: join(root, 'sdks', language.name),
    files: generateSdk(language, apis, readCore(language), SDK_VERSION),
  }))
  return [...sdks, { folder: join(root, 'sdks/samples'), files: pageSamples() }]
}

const endings: Readonly<Record<SampleLanguage, string>> = {
  JAVA: 'java',
  '.NET': 'cs',
  PHP: 'php',
  CURL: 'sh',
  Python: 'py',
  'C/C++': 'cpp',
  NodeJS: 'js',
}

const unsigned = {
  routerUrl: 'http://127.0.0.1:8080/router/rest',
  identity: null,
  nowMs: Date.UTC(2026, 0, 1),
  digests: plainDigests,
}

/** The samples letter for letter; the pages put a fresh signature into that of curl. */
function pageSamples(): SdkFile[] {
  return catalogue.map(documentServed).flatMap((api) =>
    sampleLanguages.map((language) => ({
      path: `${api.method}.${endings[language]}`,
      text: `${language === 'CURL' ? curlCall(api, unsigned) : codeSample(api, language)}\n`,
    })),
  )
}
