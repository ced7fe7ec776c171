'use strict'

const { spawn } = require('node:child_process')
const { constants } = require('node:os')

const FORWARDED_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** How often to look whether the shell of npm is still there. */
const PARENT_POLL_MS = 300

/** Of collected output only the end is kept: that is where programs say why they gave up. */
const OUTPUT_CHARS_MAX = 64 * 1024

/**
 * @typedef {object} RunOptions
 * @property {boolean} [collect]
 * @property {(pid: number) => void} [onStart]
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [shell] for batch files on Windows only
 */

/**
 * Runs a program to its end, without a shell, and passes on the signals that arrive meanwhile, so
 * that nothing outlives a Ctrl-C.
 *
 * `status` is the exit code, or 128 + n for a child that died of signal n, as shells have it.
 * `output` is empty unless `collect` is set; otherwise the child shares our terminal.
 * `interruptedBy` is the signal that we got. Rejects when the program cannot be started.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} options
 * @returns {Promise<{status: number, output: string, interruptedBy: string | undefined}>}
 */
function runChild(command, args, { collect = false, onStart, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: collect ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      ...options,
    })
    let output = ''
    let interruptedBy
    const forward = (signal) => {
      interruptedBy = signal
      // A terminal sends Ctrl-C to the child as well. Twice is often taken for "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    const stopWatching = watchForSignals(forward)
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output = (output + text).slice(-OUTPUT_CHARS_MAX)
      })
    }
    if (child.pid !== undefined) onStart?.(child.pid)
    child.on('error', (error) => {
      stopWatching()
      reject(error)
    })
    child.on('close', (code, signal) => {
      stopWatching()
      const status = signal === null ? Number(code) : 128 + constants.signals[signal]
      resolve({ status, output, interruptedBy })
    })
  })
}

/**
 * Reports the signals that ask us to end. npm runs scripts in a shell, and whoever ends npm ends
 * that shell only; the signal never gets here. So under npm the loss of the parent counts as one.
 */
function watchForSignals(report) {
  for (const signal of FORWARDED_SIGNALS) process.on(signal, report)
  const parent = process.ppid
  const underNpm = process.env.npm_lifecycle_event !== undefined
  const timer = setInterval(() => {
    if (!underNpm || process.ppid === parent) return
    clearInterval(timer)
    report('SIGTERM')
  }, PARENT_POLL_MS)
  return () => {
    clearInterval(timer)
    for (const signal of FORWARDED_SIGNALS) process.off(signal, report)
  }
}

module.exports = { runChild }
