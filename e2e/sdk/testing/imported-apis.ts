import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { buildSdkModel, type SdkLanguageName, SdkRefusal, sdkLanguages } from '@topgate/codegen'
import { type DocumentedApi, readTopDescription } from '@topgate/contracts'

const folder = new URL('../../../../shared/data/', import.meta.url)
const file = new URL('top-apis-1000.ndjson.gz', folder)

const isNightly = process.env.TOPGATE_TEST_NIGHTLY === '1'
/** At every merge one of so many has to do. */
const SPREAD = 25

/** For all of them at night. */
export const IMPORTED_MS_MAX = 300_000

/**
 * TOP's published descriptions, where they lie beside the project: test data that is not ours to
 * copy. Null elsewhere, but not in CI. All of them at night, else a few.
 */
export function importedApis(languageName: SdkLanguageName): readonly DocumentedApi[] | null {
  if (!existsSync(folder) && process.env.CI === undefined) return null
  const language = sdkLanguages.find(({ name }) => name === languageName)
  if (language === undefined) throw new Error(`no SDK in ${languageName}`)
  const apis: DocumentedApi[] = []
  const refusals: string[] = []
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n')
  for (const line of isNightly ? lines : lines.filter((_, at) => at % SPREAD === 0)) {
    const { api } = readTopDescription(JSON.parse(line))
    if (api === undefined) continue
    try {
      buildSdkModel([api], language.naming, '1')
      apis.push(api)
    } catch (error) {
      if (!(error instanceof SdkRefusal)) throw error
      refusals.push(error.message)
    }
  }
  // A file inside a list has no form on the wire.
  const known = ['alibaba.lst.vending.goods.save, field request.goods_d_t_o_list.img_data']
  const unexpected = refusals.filter((why) => !known.some((start) => why.startsWith(start)))
  if (unexpected.length > 0) throw new Error(unexpected.join('\n'))
  return apis
}
