import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const SHELL_MS_MAX = 60_000

/** What a script prints that somebody pastes into a shell. */
export async function runShell(
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  // Not synchronous: the server that it calls runs in this process.
  const { stdout } = await run('/bin/sh', ['-c', script], {
    env: { ...process.env, ...env },
    timeout: SHELL_MS_MAX,
  })
  return stdout
}
