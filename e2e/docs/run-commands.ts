import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type { TestServer } from '../testing/start-server.ts'

const root = join(import.meta.dirname, '../..')
const MARK = '@@end of a command@@'
const TIMEOUT_MS = 120_000

/**
 * Runs commands one after the other in one shell, in the folder of the project, against a server
 * that is not on the usual port. Gives what each printed, on either stream.
 */
export function runCommands(commands: readonly string[], server: TestServer): Promise<string[]> {
  const { TOP_APP_KEY: _key, TOP_APP_SECRET: _secret, ...inherited } = process.env
  const env = {
    ...inherited,
    PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
    TOP_URL: server.url,
    TOPGATE_DATA_DIR: server.dataDir,
    LANG: 'en_US.UTF-8',
  }
  const script = commands.map((command) => `${command}\necho '${MARK}'`).join('\n')
  return new Promise((resolve, reject) => {
    execFile(
      'sh',
      ['-ec', `exec 2>&1\n${script}`],
      { cwd: root, env, timeout: TIMEOUT_MS, maxBuffer: 8 * 1024 * 1024 },
      (error, stdout) => {
        const outputs = stdout.split(`${MARK}\n`)
        if (error !== null) reject(new Error(`${commands[outputs.length - 1]}\n${stdout}`))
        else resolve(outputs.slice(0, -1))
      },
    )
  })
}

/** Runs a whole program as Node would from a file, and gives what it printed. */
export function runProgram(code: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = ['--input-type=module', '--eval', code]
    execFile(process.execPath, args, { timeout: TIMEOUT_MS }, (error, stdout) => {
      if (error === null) resolve(stdout)
      else reject(error)
    })
  })
}
