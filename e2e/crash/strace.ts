import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The system calls of a server that matter for "synced before acknowledged". */
export type SystemCall =
  /** A frame header of the log: the page that follows, and whether it ends a transaction. */
  | (Span & { readonly kind: 'frame'; readonly page: number; readonly commits: boolean })
  | (Span & { readonly kind: 'log-write' })
  | (Span & { readonly kind: 'log-sync' })
  | (Span & { readonly kind: 'answer'; readonly client_port: number })

/** The lines of the trace on which the call began and returned: their order is that of events. */
interface Span {
  readonly began: number
  readonly returned: number
}

const TRACED = 'fdatasync,fsync,pwrite64,pwritev,write,writev,sendto,sendmsg'

/** The command that runs a server under the trace. Throws where strace is absent. */
export function traceCommand(file: string): string[] {
  if (spawnSync('strace', ['-V']).error !== undefined) {
    throw new Error(
      'This test needs strace and does not skip. On Debian: apt-get install strace. It also needs ' +
        'the right to trace, which containers get with --cap-add=SYS_PTRACE.',
    )
  }
  const hexadecimal = ['-x', '-s', '8']
  return ['strace', '-f', '--seccomp-bpf', '-ttt', '-yy', ...hexadecimal, '-e', TRACED, '-o', file]
}

/** Reads the calls of a finished trace, in the order in which they began. */
export function readTrace(file: string): SystemCall[] {
  const calls: SystemCall[] = []
  const open = new Map<string, { readonly text: string; readonly began: number }>()
  readFileSync(file, 'latin1')
    .split('\n')
    .forEach((line, number) => {
      const [, thread = '', text = ''] = /^(\d+) +\d+\.\d+ (.*)$/.exec(line) ?? []
      const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)
      if (text.endsWith('<unfinished ...>')) {
        open.set(thread, { text: text.slice(0, -'<unfinished ...>'.length), began: number })
      } else if (resumed !== null) {
        const { text: before = '', began = number } = open.get(thread) ?? {}
        calls.push(...callOf(before + resumed[1], { began, returned: number }))
      } else {
        calls.push(...callOf(text, { began: number, returned: number }))
      }
    })
  return calls.sort((a, b) => a.began - b.began)
}

const FRAME_HEADER_BYTES = 24
const logFile = /^(\w+)\(\d+<[^>]*-wal>(.*)$/
const answer = /^\w+\(\d+<TCP(?:v6)?:\[.*->.*:(\d+)\]>.*"HTTP\/1\.1/

function callOf(text: string, span: Span): SystemCall[] {
  const [, name = '', rest = ''] = logFile.exec(text) ?? []
  if (name.endsWith('sync')) return rest.includes('= 0') ? [{ kind: 'log-sync', ...span }] : []
  if (name.startsWith('pwrite') || name.startsWith('write')) return [logWrite(rest, span)]
  const [, port] = answer.exec(text) ?? []
  return port === undefined ? [] : [{ kind: 'answer', client_port: Number(port), ...span }]
}

/**
 * https://sqlite.org/fileformat2.html, section 4.1: a frame header has 24 bytes, first the number
 * of its page, then the size of the database after a commit, or 0 within a transaction.
 */
function logWrite(rest: string, span: Span): SystemCall {
  const [, digits = '', length] = /^, "((?:\\x[0-9a-f]{2}){8})"\.*, (\d+), /.exec(rest) ?? []
  if (Number(length) !== FRAME_HEADER_BYTES) return { kind: 'log-write', ...span }
  const header = Buffer.from(digits.replaceAll('\\x', ''), 'hex')
  const commits = header.readUInt32BE(4) !== 0
  return { kind: 'frame', page: header.readUInt32BE(0), commits, ...span }
}
