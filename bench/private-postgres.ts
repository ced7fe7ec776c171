import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'

export interface PrivatePostgres {
  readonly port: number
  /** The folder with pgbench and psql. */
  readonly programs: string
  stop(): Promise<void>
}

/**
 * The shell ends the server and removes its folder when its input ends, which happens even when
 * the benchmark is killed. Durable as in production: fsync and synchronous_commit are on.
 */
const script = `
trap '' INT TERM
cd "$2"
"$1/initdb" -D data -U topgate -A trust -E UTF8 --locale=C --no-sync >log 2>&1 &&
  "$1/pg_ctl" -D data -l log -w -o "-k '$2' -p $3 -c listen_addresses=127.0.0.1 -c fsync=on \\
    -c synchronous_commit=on -c shared_buffers=256MB -c max_wal_size=4GB" start >/dev/null
echo started
cat >/dev/null
"$1/pg_ctl" -D data -w -m immediate stop >/dev/null
cd / && rm -rf "$2"
`

/** Starts a PostgreSQL of the benchmark's own. Throws when none is installed. */
export async function startPrivatePostgres(): Promise<PrivatePostgres> {
  const programs = findPrograms()
  const port = await freePort()
  const directory = mkdtempSync(join(tmpdir(), 'topgate-bench-postgres-'))
  const owner = serverOwner()
  if (owner !== undefined) chownSync(directory, owner.uid, owner.gid)
  const shell = spawn('sh', ['-c', script, 'sh', programs, directory, String(port)], {
    ...owner,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(createInterface({ input: shell.stdout }), 'line')
  return {
    port,
    programs,
    async stop() {
      const ended = once(shell, 'exit')
      shell.stdin.end()
      await ended
    },
  }
}

/** Debian keeps the programs off the PATH, one folder for each version. */
function findPrograms(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian) : []
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a))
  const folders = [
    ...newestFirst.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  const found = folders.find((folder) =>
    ['initdb', 'pgbench'].every((program) => existsSync(join(folder, program))),
  )
  if (found === undefined) {
    throw new Error('PostgreSQL with pgbench is missing (Debian: apt-get install postgresql)')
  }
  return found
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

/** PostgreSQL refuses to run as root, so there it runs as the user that its package made. */
function serverOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
