import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { BodyFile } from './calls.ts'
import { UsageError } from './options.ts'

/** What a load generator saw in one round. */
export interface Round {
  readonly answers: number
  readonly seconds: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Answers that do not say success. */
  readonly nonSuccess: number
  /** How often the file of bodies was too short and began again: ids were sent twice. */
  readonly repeated: number
  /** Connections that failed and calls without an answer. */
  readonly lost: number
}

export type Load = (
  url: string,
  bodies: BodyFile,
  connections: number,
  seconds: number,
) => Promise<Round>

const runFile = promisify(execFile)

export function chooseLoad(wanted: 'auto' | 'wrk' | 'node'): { name: string; load: Load } {
  const hasWrk = isInstalled('wrk')
  if (wanted === 'wrk' && !hasWrk) {
    throw new UsageError('wrk is not installed (Debian: apt-get install wrk)')
  }
  return hasWrk && wanted !== 'node'
    ? { name: 'wrk', load: wrkLoad }
    : { name: 'node', load: nodeLoad }
}

async function wrkLoad(
  url: string,
  { path, bodyBytes, success }: BodyFile,
  connections: number,
  seconds: number,
): Promise<Round> {
  const script = join(import.meta.dirname, 'load.lua')
  const shape = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', '-s', script]
  const { stdout } = await runFile('wrk', [...shape, url, '--', path, String(bodyBytes), success])
  return lastLine(stdout)
}

/** In a process of its own, so that sending costs the measuring process nothing. */
async function nodeLoad(
  url: string,
  { path, bodyBytes, success }: BodyFile,
  connections: number,
  seconds: number,
): Promise<Round> {
  const script = join(import.meta.dirname, 'node-load.ts')
  const args = [url, path, bodyBytes, connections, seconds, success].map(String)
  const { stdout } = await runFile(process.execPath, [script, ...args])
  return lastLine(stdout)
}

function lastLine(output: string): Round {
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '')
}

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
