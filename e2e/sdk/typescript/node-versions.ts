import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The oldest and the newest that the package promises to run on, and the one between. */
const PROMISED = [20, 24, 26]

/**
 * The programs of the promised versions of Node, by their major number: the one that runs this, what
 * else is on the PATH, and with `registry` the rest as npm packages, which is for nightly runs.
 */
export function promisedNodes(from: { readonly registry: boolean }): ReadonlyMap<number, string> {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((program) => existsSync(program))
  const found = new Map<number, string>()
  for (const program of [process.execPath, ...onPath]) {
    const major = majorOf(program)
    if (PROMISED.includes(major) && !found.has(major)) found.set(major, program)
  }
  const missing = PROMISED.filter((major) => !found.has(major))
  if (from.registry) for (const major of missing) found.set(major, fromRegistry(major))
  return found
}

function majorOf(program: string): number {
  return Number(execFileSync(program, ['--version'], { encoding: 'utf8' }).slice(1).split('.')[0])
}

function fromRegistry(major: number): string {
  const name = `node-${process.platform}-${process.arch}`
  const folder = join(import.meta.dirname, '../../../.cache', `node-${major}`)
  const program = join(folder, 'node_modules', name, 'bin/node')
  if (!existsSync(program)) {
    execFileSync('npm', ['install', '--no-save', '--prefix', folder, `${name}@${major}`])
  }
  return program
}
