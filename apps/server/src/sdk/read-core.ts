import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type SdkFile, type SdkLanguage, sdkCores } from '@topgate/codegen'

const EXECUTABLE = 0o100

/** The hand-written files of a language's SDK, and the licence. */
export function readCore({ name }: SdkLanguage): readonly SdkFile[] {
  const folder = fileURLToPath(new URL(`${name}/`, sdkCores))
  const license = readFileSync(new URL('../../../LICENSE', sdkCores), 'utf8')
  return [
    { path: 'LICENSE', text: license },
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter((path) => statSync(path).isFile())
      .map((path) => ({
        path: path.slice(folder.length).replaceAll('\\', '/'),
        text: readFileSync(path, 'utf8'),
        ...((statSync(path).mode & EXECUTABLE) === 0 ? {} : { isExecutable: true as const }),
      })),
  ]
}
