import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { createServer, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    testPostgres: TestPostgres
  }
}

export type TestPostgres =
  /** `log` says why a server of our own did not start. */
  { readonly url: string; readonly log?: string } | { readonly missing: string }

/**
 * The global setup of vitest: one private PostgreSQL for the whole run, or the one that
 * TOPGATE_TEST_DATABASE_URL names (its role must be allowed to create databases). It starts in
 * the background, so that tests that need no database do not wait for it.
 */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TOPGATE_TEST_DATABASE_URL
  const programs = url === undefined ? findPrograms() : undefined
  if (url !== undefined || programs === undefined) {
    project.provide('testPostgres', url === undefined ? { missing } : { url })
    return async () => {}
  }
  const port = await freePort()
  const directory = mkdtempSync(join(tmpdir(), 'topgate-postgres-'))
  const server = startCluster(programs, directory, port)
  project.provide('testPostgres', {
    url: `postgres://topgate@127.0.0.1:${port}/postgres`,
    log: join(directory, 'log'),
  })
  return async () => {
    server.stdin?.end()
  }
}

const missing =
  'These tests need PostgreSQL 14 or later and do not skip. On Debian: apt-get install ' +
  'postgresql. Elsewhere put initdb and postgres on the PATH, or name a server with ' +
  'TOPGATE_TEST_DATABASE_URL.'

/** The folder with `initdb`: Debian keeps it off the PATH, one folder for each version. */
function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).filter((name) => Number(name) >= 14)
    : []
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a))
  const folders = [
    ...newestFirst.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/**
 * The shell waits for the end of its input, which comes even when vitest is killed: no server and
 * no directory is left behind. `pg_ctl` starts and stops the server only when it can be.
 */
const script = `
trap '' INT TERM
cd "$2"
"$1/initdb" -D data -U topgate -A trust -E UTF8 --locale=C --no-sync >log 2>&1 &&
  "$1/pg_ctl" -D data -l log -w -o "-k '$2' -p $3 -c listen_addresses=127.0.0.1 -c fsync=on \\
    -c shared_buffers=64MB -c max_connections=200" start
cat
"$1/pg_ctl" -D data -w -m immediate stop
cd / && rm -rf "$2"
`

function startCluster(programs: string, directory: string, port: number): ChildProcess {
  const owner = serverOwner()
  if (owner !== undefined) chownSync(directory, owner.uid, owner.gid)
  const server = spawn('sh', ['-c', script, 'sh', programs, directory, String(port)], {
    ...owner,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // The end of the run does not wait for the end of the server.
  server.unref()
  if (server.stdin instanceof Socket) server.stdin.unref()
  return server
}

/** PostgreSQL refuses to run as root, so there it runs as the user that its package made. */
function serverOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
