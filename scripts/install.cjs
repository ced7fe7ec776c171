'use strict'

const fs = require('node:fs')
const { basename, join } = require('node:path')
const { withLock } = require('./install-lock.cjs')
const { runChild } = require('./run-child.cjs')
const { root } = require('./run-on-node.cjs')
const { SetupError, say, secondsSince } = require('./say.cjs')

/**
 * Brings node_modules in line with package-lock.json, if it is not already, by `npm ci`. Processes
 * that start at the same time install once. Without `dev`, development packages may be absent.
 */
async function install({ dev }) {
  if (whyInstall({ dev }) === undefined) return
  await withLock(join(root, '.cache', 'install.lock'), async ({ addPid }) => {
    const reason = whyInstall({ dev })
    if (reason === undefined) return
    say(`installing the npm packages of package-lock.json with npm ci (${reason}) ...`)
    const startMs = Date.now()
    await runNpmCi({ dev, addPid })
    const stillMissing = whyInstall({ dev })
    if (stillMissing !== undefined) {
      throw new SetupError(`npm ci passed, yet ${stillMissing}. Look at \`npm config ls\`.`)
    }
    say(`npm packages installed in ${secondsSince(startMs)}`)
  })
}

/**
 * Says what is not as package-lock.json wants it, or undefined when all is. Compares contents: the
 * times of files mean nothing after a git checkout. npm writes node_modules/.package-lock.json last,
 * so an interrupted install has none.
 */
function whyInstall({ dev, folder = root }) {
  const wanted = readPackages(join(folder, 'package-lock.json'))
  if (wanted === undefined) {
    throw new SetupError(`package-lock.json is missing in ${folder}: the checkout is not complete.`)
  }
  if (!fs.existsSync(join(folder, 'node_modules'))) return 'node_modules is missing'
  const installed = readPackages(join(folder, 'node_modules', '.package-lock.json'))
  if (installed === undefined) return 'an earlier install did not finish'
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue
    const found = installed[path]
    if (found === undefined) {
      if (!mayBeAbsent(entry, dev)) return `${path} is missing`
    } else if (!sameEntry(entry, found)) {
      return `${path} is ${found.version ?? found.resolved}, not ${entry.version ?? entry.resolved}`
    } else if (!fs.existsSync(join(folder, path))) {
      return `${path} is missing`
    }
  }
  return undefined
}

/** Optional packages are for other platforms, or were left out on purpose. */
function mayBeAbsent(entry, dev) {
  return entry.optional === true || entry.devOptional === true || (!dev && entry.dev === true)
}

function sameEntry(one, other) {
  if (one.link === true || other.link === true) return one.resolved === other.resolved
  return one.version === other.version && one.integrity === other.integrity
}

function readPackages(path) {
  try {
    return JSON.parse(fs.readFileSync(path, 'utf8')).packages ?? {}
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    if (error instanceof SyntaxError) throw new SetupError(`${path} is not JSON: ${error.message}`)
    throw error
  }
}

async function runNpmCi({ dev, addPid }) {
  // npm ci begins by emptying node_modules. Whoever kills it then shall not leave the proof behind.
  fs.rmSync(join(root, 'node_modules', '.package-lock.json'), { force: true })
  const { command, args, shell } = findNpm()
  // `npm test --silent` would silence this npm too, and with it the reason of a failure.
  const options = ['--loglevel=error', ...(dev ? ['--include=dev'] : [])]
  const { status, output, interruptedBy } = await runChild(command, [...args, 'ci', ...options], {
    collect: true,
    cwd: root,
    shell,
    onStart: addPid,
  }).catch((error) => {
    throw new SetupError(
      `Cannot start npm (${error.code}). Install npm 10 or later, or run npm ci.`,
    )
  })
  if (interruptedBy !== undefined) {
    throw new SetupError('npm ci was interrupted. The same command starts it over.')
  }
  if (status === 0) return
  process.stderr.write(output)
  throw new SetupError(
    `npm ci failed with status ${status}; npm's own words are above. ` +
      'If it is the network or the registry (npm config get registry), put that right; ' +
      'then run the same command again: it starts over.',
  )
}

/** The npm that started us, on the Node that it runs on; otherwise the first one in PATH. */
function findNpm() {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  if (npm !== undefined && node !== undefined && basename(npm) === 'npm-cli.js') {
    return { command: node, args: [npm], shell: false }
  }
  // On Windows npm is a batch file, and only a shell starts those. The words are all constants.
  const windows = process.platform === 'win32'
  return { command: windows ? 'npm.cmd' : 'npm', args: [], shell: windows }
}

module.exports = { install, whyInstall }
