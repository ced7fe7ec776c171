import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** What one run of the benchmark measures, and how long. */
export interface Options {
  readonly json: boolean
  readonly http: boolean
  readonly apis: boolean
  readonly rounds: number
  readonly seconds: number
  readonly warmUpSeconds: number
  readonly connections: number
  readonly load: 'auto' | 'wrk' | 'node'
  /** Stored actions to compare an empty database with; 0: leave that out. */
  readonly rows: number
  readonly house: boolean
  readonly postgres: boolean
  readonly overload: boolean
  readonly profile: boolean
  readonly cpuProfileDir: string | undefined
  /** Where databases and request bodies go; a folder of its own is made in it and removed. */
  readonly dir: string
}

export class UsageError extends Error {}

const help = `Measures Topgate beside other servers in the same minutes and prints ratios.

Usage: npm run bench -- [options]

By default: rounds of bare node:http (twice, to show the noise), bare node:http with answers in
bursts, Topgate with durable charity calls, and an Express server with one SQLite transaction per
call, one after another; then each of Topgate's writing APIs beside bare node:http; then the call
pipeline without sockets. Only ratios within one run count.

Options
  --rounds N         interleaved rounds (5)
  --seconds N        length of one round of one server (2)
  --warm-up N        seconds of load for each server before the first round (5)
  --connections N    open connections, each with one call at a time (64)
  --load wrk|node    the load generator; wrk when it is installed, else one in Node, which takes
                     more of the processor and so moves ratios (Debian: apt-get install wrk)
  --rows N           also: Topgate with N stored actions beside one with an empty database
  --house            also: charity calls beside one housing call of 1 MB a second
  --postgres         also: batches of the engine on PostgreSQL beside pgbench doing the same work
                     as one transaction a call
  --overload         also: three times the calls that the node can serve, in an open loop, and
                     an app at 20 times its limit beside others
  --profile          also: where the time of a call goes, by thread and by step
  --cpu-prof DIR     write V8 profiles of Topgate's threads into DIR (open them in DevTools)
  --no-http          leave out the tables of servers and of APIs
  --no-apis          leave out the table of APIs; --apis with --no-http: only that table
  --dir DIR          where databases go (.cache/bench in the checkout)
  --json             print one line of JSON on stdout, everything else on stderr
  --help             this text

Examples
  npm run bench
  npm run --silent bench -- --json | tail -n 1
  npm run bench -- --rounds 9 --rows 1000000
  npm run bench -- --no-http --apis
  npm run bench -- --no-http --postgres
  npm run bench -- --no-http --profile --cpu-prof /tmp/profiles

Exit status: 0 measured; 1 an answer was no success, or stored rows and answers do not fit; 2 usage.
`

/** Reads the command line; undefined after printing the help. Throws a `UsageError`. */
export function readOptions(args: readonly string[]): Options | undefined {
  const values = parse(args)
  if (values.help) {
    process.stdout.write(help)
    return undefined
  }
  const { load } = values
  if (load !== 'auto' && load !== 'wrk' && load !== 'node') {
    throw new UsageError('--load is wrk or node')
  }
  return {
    json: values.json,
    http: values.http,
    apis: values.apis ?? values.http,
    rounds: numberOf('rounds', values.rounds, 1, 1_000),
    seconds: numberOf('seconds', values.seconds, 1, 300),
    warmUpSeconds: numberOf('warm-up', values['warm-up'], 1, 300),
    connections: numberOf('connections', values.connections, 1, 2_000),
    load,
    rows: numberOf('rows', values.rows, 0, 100_000_000),
    house: values.house,
    postgres: values.postgres,
    overload: values.overload,
    profile: values.profile,
    cpuProfileDir: values['cpu-prof'],
    dir: values.dir,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        json: { type: 'boolean', default: false },
        http: { type: 'boolean', default: true },
        apis: { type: 'boolean' },
        rounds: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '2' },
        'warm-up': { type: 'string', default: '5' },
        connections: { type: 'string', default: '64' },
        load: { type: 'string', default: 'auto' },
        rows: { type: 'string', default: '0' },
        house: { type: 'boolean', default: false },
        postgres: { type: 'boolean', default: false },
        overload: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
        'cpu-prof': { type: 'string' },
        dir: { type: 'string', default: join(import.meta.dirname, '../.cache/bench') },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function numberOf(name: string, text: string, min: number, max: number): number {
  const value = /^[0-9]{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  throw new UsageError(`--${name} is a whole number from ${min} to ${max}`)
}
