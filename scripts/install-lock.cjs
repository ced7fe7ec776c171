'use strict'

const fs = require('node:fs')
const { hostname } = require('node:os')
const { dirname } = require('node:path')
const { setTimeout: sleep } = require('node:timers/promises')
const { SetupError, say } = require('./say.cjs')

/** Long enough for a slow network, short enough to notice that nobody is working. */
const WAIT_MS_MAX = 10 * 60_000
const POLL_MS = 200

/**
 * Runs `work` while no other process does. The lock is a file that names the processes behind it;
 * `work` may add one (`addPid`), which then keeps the lock even if this process is killed. A lock
 * whose processes are all gone is taken over.
 */
async function withLock(path, work, waitMsMax = WAIT_MS_MAX) {
  await acquire(path, waitMsMax)
  try {
    return await work({ addPid: (pid) => fs.writeFileSync(path, ownerText([process.pid, pid])) })
  } finally {
    fs.rmSync(path, { force: true })
  }
}

async function acquire(path, waitMsMax) {
  fs.mkdirSync(dirname(path), { recursive: true })
  const deadlineMs = Date.now() + waitMsMax
  let told = false
  while (!tryCreate(path)) {
    const text = readText(path)
    const owner = parseOwner(text)
    if (owner !== undefined && isGone(owner)) {
      removeStale(path, text)
      continue
    }
    if (!told) say(`another process is installing (${describe(owner)}); waiting for it`)
    told = true
    if (Date.now() >= deadlineMs) {
      throw new SetupError(
        `Waited ${waitMsMax / 60_000} min for another install (${describe(owner)}). ` +
          `If no install is running, delete ${path} and run the same command again.`,
      )
    }
    await sleep(POLL_MS)
  }
}

function tryCreate(path) {
  try {
    fs.writeFileSync(path, ownerText([process.pid]), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw new SetupError(`Cannot write ${path} (${error.code}); is the checkout yours to write?`)
  }
}

/**
 * Two processes may find the same stale lock, and the slower one would then remove the fresh lock
 * of the faster one. So the file is first moved aside, which only one can do, and put back when it
 * is not the one that was found stale.
 */
function removeStale(path, staleText) {
  const aside = `${path}.${process.pid}`
  try {
    fs.renameSync(path, aside)
    if (readText(aside) !== staleText) fs.linkSync(aside, path)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  }
  fs.rmSync(aside, { force: true })
}

function ownerText(pids) {
  return JSON.stringify({ host: hostname(), pids })
}

/** Undefined for a lock that is just being written, or is gone again. */
function parseOwner(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readText(path) {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return ''
    throw error
  }
}

/** On another host (a shared folder, a container) nobody can tell, so the lock stands. */
function isGone({ host, pids }) {
  return host === hostname() && !pids.some(isOtherLivingProcess)
}

/** Our own number in a lock that we do not hold is left from an earlier life of a container. */
function isOtherLivingProcess(pid) {
  if (pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function describe(owner) {
  return owner === undefined ? 'just starting' : `pid ${owner.pids.join(' and ')}`
}

module.exports = { withLock }
