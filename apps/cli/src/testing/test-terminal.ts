import { processTerminal, type Terminal } from '../terminal.ts'

export interface TestTerminalOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, Uint8Array>>
  readonly nowMs?: number
}

export interface TestTerminal {
  readonly terminal: Terminal
  /** All that was written, lines joined. */
  readonly output: { readonly out: string; readonly err: string }
}

/** A terminal that keeps what is written, with a clock that stands still and files in memory. */
export function testTerminal(options: TestTerminalOptions = {}): TestTerminal {
  const { env = {}, files = {}, nowMs = Date.UTC(2026, 0, 2, 3, 4, 5) } = options
  const output = { out: '', err: '' }
  const terminal: Terminal = {
    env,
    isInteractive: false,
    digests: processTerminal().digests,
    nowMs: () => nowMs,
    out: (text) => {
      output.out += `${text}\n`
    },
    err: (text) => {
      output.err += `${text}\n`
    },
    readBytes: (path) => {
      const bytes = files[path]
      if (bytes === undefined) throw new Error(`ENOENT: no such file, open '${path}'`)
      return bytes
    },
  }
  return { terminal, output }
}
