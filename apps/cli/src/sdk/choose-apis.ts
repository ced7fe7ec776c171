import { type SdkLanguage, sdkLanguages } from '@topgate/codegen'
import { catalogue, type DocumentedApi, documentServed } from '@topgate/contracts'
import { didYouMean } from '@topgate/protocol'
import { openImportedApis } from '@topgate/server'
import { UsageError } from '../exit-codes.ts'

export interface Choice {
  readonly api?: readonly string[]
  readonly imported?: true
}

const HOW_TO_ADD = '`topgate contract import` adds descriptions of others'

/** What people write who mean one of ours. */
const otherNames: Readonly<Record<string, string>> = {
  'c#': 'csharp',
  '.net': 'csharp',
  dotnet: 'csharp',
  'c++': 'cpp',
  javascript: 'typescript',
  nodejs: 'typescript',
  ts: 'typescript',
  js: 'typescript',
  shell: 'curl',
}

/** The language and the APIs that a command line asks for. Throws `UsageError`. */
export function chooseApis(
  languageName: string,
  choice: Choice,
  dataDir: string,
): { readonly language: SdkLanguage; readonly apis: readonly DocumentedApi[] } {
  return { language: findLanguage(languageName), apis: findApis(choice, dataDir) }
}

function findLanguage(asked: string): SdkLanguage {
  const wanted = asked.toLowerCase()
  const name = otherNames[wanted] ?? wanted
  const language = sdkLanguages.find((each) => each.name === name)
  if (language !== undefined) return language
  const names = sdkLanguages.map((each) => each.name)
  throw new UsageError(`There is no SDK in ${asked}; the languages are ${names.join(', ')}`)
}

function findApis({ api: methods, imported }: Choice, dataDir: string): DocumentedApi[] {
  const served = catalogue.map(documentServed)
  if (methods === undefined && imported !== true) return served
  const file = openImportedApis(dataDir)
  try {
    const find = (method: string) =>
      served.find((api) => api.method === method) ?? file?.find(method)
    const importedNames = (file?.entries ?? []).map(({ method }) => method)
    if (methods === undefined) {
      const names = new Set([...served.map(({ method }) => method), ...importedNames])
      return [...names].flatMap((method) => find(method) ?? [])
    }
    return [...new Set(methods)].map((method) => {
      const found = find(method)
      if (found !== undefined) return found
      const advice = didYouMean(
        method,
        served.map((api) => api.method),
      )
      throw new UsageError(
        `There is no API ${method}${advice}${advice === '' ? '; ' : ' '}${HOW_TO_ADD}`,
      )
    })
  } finally {
    file?.close()
  }
}
