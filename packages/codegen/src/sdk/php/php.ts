import { phpString } from '../../samples/php.ts'
import { errorsByCode } from '../errors-by-code.ts'
import type { SdkApi, SdkModel } from '../model.ts'
import type { SdkFile, SdkLanguage } from '../sdk.ts'
import { phpNaming } from './php-naming.ts'
import { phpRequest, phpRequestStruct } from './php-request.ts'
import { phpResponse, phpResponseStruct } from './php-response.ts'
import { phpFile } from './php-text.ts'

export const php: SdkLanguage = {
  name: 'php',
  title: 'PHP',
  naming: phpNaming,
  generate: (model) => [...model.apis.flatMap(apiFiles), errorTable(model), globalNames(model)],
}

function apiFiles(api: SdkApi): SdkFile[] {
  const request = `src/Request/${api.name}Request`
  const response = `src/Response/${api.name}Response`
  return [
    { path: `${request}.php`, text: phpRequest(api) },
    ...api.requestStructs.map((struct) => ({
      path: `${request}/${struct.name}.php`,
      text: phpRequestStruct(api, struct),
    })),
    { path: `${response}.php`, text: phpResponse(api) },
    ...api.responseStructs.map((struct) => ({
      path: `${response}/${struct.name}.php`,
      text: phpResponseStruct(api, struct),
    })),
  ]
}

/** The refusals that every call can meet. */
function errorTable({ platformErrors }: SdkModel): SdkFile {
  const rows = Array.from(errorsByCode(platformErrors), ([key, { remedy, retry }]) => {
    const row = [remedy.zh, remedy.en, retry].map(phpString).join(', ')
    return `${phpString(key)} => [${row}],`
  })
  const text = phpFile('Topgate', [], (file) => {
    file.line('/** Remedies in Chinese and English and whether to repeat, by code and sub_code. */')
    file.line('final class ErrorTable')
    file.block('{', () => {
      file.block('public const ROWS = [', () => file.lines(rows), '];')
    })
  })
  return { path: 'src/ErrorTable.php', text }
}

/** The structs of requests whose name is used once. */
function globalNames({ apis }: SdkModel): SdkFile {
  const classes = apis.flatMap(({ name, requestStructs }) =>
    requestStructs.map(
      (struct) => [struct.name, `Request\\${name}Request\\${struct.name}`] as const,
    ),
  )
  const counts = new Map<string, number>()
  for (const [name] of classes) counts.set(name, (counts.get(name) ?? 0) + 1)
  const rows = classes
    .filter(([name]) => counts.get(name) === 1)
    .map(([name, path]) => `${phpString(name)} => ${path}::class,`)
    .sort()
  const text = phpFile('Topgate', [], (file) => {
    file.line('/** For TopSdk.php: structs of requests by the name that TOP gives them. */')
    file.line('final class GlobalNames')
    file.block('{', () => {
      file.block('public const STRUCTS = [', () => file.lines(rows), '];')
    })
  })
  return { path: 'src/GlobalNames.php', text }
}
