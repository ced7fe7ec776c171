'use strict'

const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const { delimiter, join } = require('node:path')
const { runChild } = require('./run-child.cjs')
const { SetupError, say, secondsSince } = require('./say.cjs')

/**
 * What the tests need besides npm packages: a Debian package, how to see that it is there, and what
 * it is for.
 */
const SYSTEM_PACKAGES = [
  {
    name: 'postgresql',
    isPresent: hasPostgres,
    purpose: 'storage and end-to-end tests run on it as well as on SQLite',
  },
  {
    name: 'strace',
    isPresent: (env) => isInPath('strace', env),
    purpose: 'shows that data reaches the disk before the answer is sent',
  },
  {
    name: 'curl',
    isPresent: (env) => isInPath('curl', env),
    purpose: 'calls the server the way the guides show',
  },
  {
    name: 'chromium',
    isPresent: (env) => isInPath('chromium', env),
    purpose: 'opens the pages and the API tool as a visitor does',
  },
  {
    name: 'fonts-noto-cjk',
    isPresent: hasChineseFonts,
    purpose: 'Chinese letters for that browser',
  },
  {
    name: 'openjdk-17-jdk-headless',
    isPresent: (env) => isInPath('javac', env),
    purpose: 'compiles and runs the Java SDK and its samples',
  },
  {
    name: 'mono-mcs',
    isPresent: (env) => isInPath('mcs', env) && isInPath('mono', env),
    purpose: 'compiles and runs the C# SDK and its samples',
  },
  {
    name: 'libmono-system-net-http4.0-cil',
    isPresent: () => fs.existsSync('/usr/lib/mono/4.5/System.Net.Http.dll'),
    purpose: 'the HTTP client that the C# SDK uses',
  },
  {
    name: 'php-cli',
    isPresent: (env) => isInPath('php', env),
    purpose: 'runs the PHP SDK and its samples',
  },
  {
    name: 'php-curl',
    isPresent: (env) => hasPhpExtension('curl', env),
    purpose: 'HTTP for the PHP SDK',
  },
  {
    name: 'php-xml',
    isPresent: (env) => hasPhpExtension('simplexml', env),
    purpose: 'answers in XML for the PHP SDK',
  },
  {
    name: 'python3',
    isPresent: (env) => isInPath('python3', env),
    purpose: 'runs the Python SDK and its samples',
  },
  {
    name: 'g++',
    isPresent: (env) => isInPath('g++', env),
    purpose: 'compiles the C++ SDK and its samples',
  },
  {
    name: 'cmake',
    isPresent: (env) => isInPath('cmake', env),
    purpose: 'builds the C++ SDK as its users do',
  },
  {
    name: 'libcurl4-openssl-dev',
    isPresent: (env) => isInPath('curl-config', env),
    purpose: 'HTTP for the C++ SDK',
  },
  {
    name: 'openssl',
    isPresent: (env) => isInPath('openssl', env),
    purpose: 'digests for the shell scripts that sign with curl',
  },
]

const POSTGRES_MAJOR_MIN = 14
const POSTGRES_FOLDER = '/usr/lib/postgresql'
const CLUSTERS_FOLDER = '/etc/postgresql'
const CLUSTER_CONFIG = '/etc/postgresql-common/createcluster.conf'

/** The packages that are not there, of those that the tests need. */
function missingPackages(env = process.env) {
  return SYSTEM_PACKAGES.filter(({ isPresent }) => !isPresent(env))
}

/** A server named by the environment will do; otherwise the tests start their own. */
function hasPostgres(env) {
  if (env.TOPGATE_TEST_DATABASE_URL !== undefined) return true
  // Debian keeps the programs out of PATH, in one folder for each version.
  const versions = listFolder(POSTGRES_FOLDER).filter((name) => Number(name) >= POSTGRES_MAJOR_MIN)
  return (
    versions.some((version) => isExecutable(join(POSTGRES_FOLDER, version, 'bin/initdb'))) ||
    isInPath('initdb', env)
  )
}

/** Where the package puts them, below one of the folders that programs look for data in. */
function hasChineseFonts(env) {
  const folders = (env.XDG_DATA_DIRS || '/usr/local/share:/usr/share').split(':')
  return folders.some((folder) => fs.existsSync(join(folder, 'fonts/opentype/noto')))
}

/** Extensions are packages of their own in Debian; elsewhere PHP may have them built in. */
function hasPhpExtension(name, env) {
  const question = `exit(extension_loaded('${name}') ? 0 : 1);`
  return spawnSync('php', ['-r', question], { env }).status === 0
}

function isInPath(program, env) {
  const folders = (env.PATH ?? '').split(delimiter)
  return folders.some((folder) => isExecutable(join(folder, program)))
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}

function listFolder(folder) {
  return fs.existsSync(folder) ? fs.readdirSync(folder) : []
}

/** Only root may install, and only Debian and its descendants know these names. */
function canInstall() {
  return process.getuid?.() === 0 && fs.existsSync('/etc/debian_version')
}

/** One line per package, for a reader who is to install them or to see them installed. */
function describePackages(packages) {
  const width = Math.max(...packages.map(({ name }) => name.length)) + 2
  return packages.map(({ name, purpose }) => `  ${name.padEnd(width)}${purpose}`).join('\n')
}

/** Installs the missing packages, or says how to and stops. */
async function installSystemPackages() {
  const missing = missingPackages()
  if (missing.length === 0) return
  const names = missing.map(({ name }) => name)
  const aptInstall = ['install', '-y', '--no-install-recommends', ...names]
  if (!canInstall()) {
    throw new SetupError(
      `the tests need what these Debian packages have:\n${describePackages(missing)}\n` +
        `On Debian: sudo apt-get update && sudo apt-get ${aptInstall.join(' ')}\n` +
        'Then run the same command again. `npm run check` needs none of them.',
    )
  }
  say(`installing with apt-get: ${names.join(' ')} ...`)
  const startMs = Date.now()
  await withoutNewCluster(async () => {
    await aptGet(['update'])
    await aptGet(aptInstall)
  })
  const stillMissing = missingPackages().map(({ name }) => name)
  if (stillMissing.length > 0) {
    throw new SetupError(
      `apt-get passed, yet the programs of ${stillMissing.join(', ')} are missing.`,
    )
  }
  say(`system packages installed in ${secondsSince(startMs)}`)
}

/**
 * A fresh postgresql package makes a cluster and starts it. The tests start their own, and nobody
 * asked for a server. A configuration that is already there belongs to somebody and stays; a
 * cluster that it makes is stopped.
 */
async function withoutNewCluster(installPackages) {
  const before = new Set(mainClusters())
  if (!fs.existsSync(CLUSTER_CONFIG)) {
    fs.mkdirSync('/etc/postgresql-common', { recursive: true })
    fs.writeFileSync(CLUSTER_CONFIG, 'create_main_cluster = false\n')
  }
  await installPackages()
  for (const version of mainClusters().filter((cluster) => !before.has(cluster))) {
    await runChild('pg_ctlcluster', [version, 'main', 'stop'], { collect: true })
  }
}

/** The versions that have a cluster of the name that the package gives. */
function mainClusters() {
  const versions = listFolder(CLUSTERS_FOLDER)
  return versions.filter((version) => fs.existsSync(join(CLUSTERS_FOLDER, version, 'main')))
}

async function aptGet(args) {
  const patience = ['-o', 'DPkg::Lock::Timeout=120']
  const { status, output, interruptedBy } = await runChild('apt-get', [...patience, ...args], {
    collect: true,
    // The second one: keep a configuration file that differs from the packaged one, do not ask.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', UCF_FORCE_CONFFOLD: '1' },
  })
  if (interruptedBy !== undefined) throw new SetupError('apt-get was interrupted.')
  if (status === 0) return
  process.stderr.write(output)
  throw new SetupError(`apt-get ${args[0]} failed with status ${status}; its own words are above.`)
}

module.exports = { canInstall, describePackages, installSystemPackages, missingPackages }
