import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type SdkFile, type SdkLanguage, sdkCores } from '@topgate/codegen'

const EXECUTABLE = 0o100

/** What an interpreter leaves beside the files that it ran. */
const LEFT_BEHIND = /(^|\/)__pycache__\//

/** The hand-written files of a language's SDK. */
export function readCore({ name }: SdkLanguage): readonly SdkFile[] {
  const folder = fileURLToPath(new URL(`${name}/`, sdkCores))
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(folder + path).isFile() && !LEFT_BEHIND.test(path))
    .map((path) => {
      const isExecutable = (statSync(folder + path).mode & EXECUTABLE) !== 0
      const text = readFileSync(folder + path, 'utf8')
      return { path, text, ...(isExecutable ? { isExecutable } : {}) }
    })
}
