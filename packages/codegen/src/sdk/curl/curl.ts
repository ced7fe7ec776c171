import type { SdkLanguage } from '../sdk.ts'
import { curlReadme } from './curl-readme.ts'
import { curlScript, scriptPath } from './curl-script.ts'
import { apiTable, errorTable } from './curl-tables.ts'

/** POSIX sh with curl and openssl: a script per API beside the hand-written core. */
export const curlSdk: SdkLanguage = {
  name: 'curl',
  title: 'curl',
  naming: {
    write: (wireName) => wireName,
    isReserved: () => false,
    digitPrefix: '',
    memberCaseCounts: true,
    structsLiveIn: 'class',
  },
  generate: (model) => [
    { path: 'README.md', text: curlReadme(model) },
    { path: 'lib/apis.tsv', text: apiTable(model.apis) },
    { path: 'lib/errors.tsv', text: errorTable(model) },
    ...model.apis.map((api) => ({
      path: scriptPath(api.method),
      text: curlScript(api),
      isExecutable: true as const,
    })),
  ],
}
