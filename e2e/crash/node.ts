import { type Overrides, readConfig, startServer } from '@topgate/server'

/**
 * One server as a process that tests may kill. `--build=NAME` puts a deliberately broken part in
 * its place, `--now-ms=N` a clock that stands still; every other option is a setting of the product.
 * Tells what happens in lines of JSON.
 */
const options = new Map(
  process.argv.slice(2).map((option): [string, string] => {
    const [, name = option, value = ''] = /^--([a-z-]+)=(.*)$/.exec(option) ?? []
    return [name, value]
  }),
)
const build = options.get('build') ?? 'sound'
options.delete('build')
const nowMs = options.get('now-ms')
options.delete('now-ms')

function tell(event: object): void {
  process.stdout.write(`${JSON.stringify({ ...event, pid: process.pid })}\n`)
}

async function overridesOf(build: string): Promise<Overrides> {
  switch (build) {
    case 'sound':
      return {}
    case 'no-locks':
      return { adapt: (await import('./builds/no-locks.ts')).withoutLocks }
    default:
      return { writerThread: new URL(`./builds/${build}.ts`, import.meta.url) }
  }
}

// The end of the input comes even when the test is killed: no server is left behind.
process.stdin.on('end', () => process.exit(1)).resume()

const config = readConfig(Object.fromEntries(options), {})
const overrides: Overrides = {
  ...(await overridesOf(build)),
  ...(nowMs === undefined ? {} : { nowMs: () => Number(nowMs) }),
}
tell({ event: 'starting' })
const server = await startServer(config, overrides)
process.on('SIGTERM', () => {
  void server.stop().then(() => process.exit(0))
})
tell({ event: 'listening', url: server.url })
