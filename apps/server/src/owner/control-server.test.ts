import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { askServer } from './ask-server.ts'
import { listenForOwner } from './control-server.ts'
import type { OwnerOrder } from './owner-call.ts'

let directory = ''
let orders: OwnerOrder[] = []

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'topgate-control-'))
  orders = []
})

afterEach(() => rmSync(directory, { recursive: true }))

async function listen(dataDir = directory) {
  const server = await listenForOwner(dataDir, async (order) => {
    orders.push(order)
    return { done: true, result: orders.length }
  })
  onTestFinished(() => {
    server?.close()
  })
}

const order: OwnerOrder = {
  operation: 'owner.app.set',
  by: 'alice',
  input: { app_key: '1', n: '中' },
}

/** What comes back for raw bytes. */
function answerTo(bytes: string): Promise<string> {
  const socket = connect({ path: join(directory, 'control.sock') })
  socket.write(bytes)
  return text(socket)
}

it('hands an order over as it was sent, with its lines', async () => {
  await listen()
  expect(await askServer(directory, order)).toEqual({ done: true, result: 1 })
  const lines = Array.from({ length: 5_000 }, (_, number) => `{"line":${number},"名":"值"}`)
  expect(await askServer(directory, { ...order, lines })).toEqual({ done: true, result: 2 })
  expect(orders).toEqual([order, { ...order, lines }])
})

it('lets only the same user in, and takes over what a killed server left', async () => {
  writeFileSync(join(directory, 'control.sock'), '')
  await listen()
  expect(statSync(join(directory, 'control.sock')).mode & 0o777).toBe(0o600)
  expect(await askServer(directory, order)).toEqual({ done: true, result: 1 })
})

it('works in a directory whose path is longer than a socket address', async () => {
  const deep = join(directory, 'x'.repeat(60), 'y'.repeat(60))
  mkdirSync(deep, { recursive: true })
  await listen(deep)
  expect(await askServer(deep, order)).toEqual({ done: true, result: 1 })
})

it.each([
  'no json\n',
  '[]\n',
  '1\n',
  '{"operation":1,"by":"a","input":{},"count":0}\n',
  '{"operation":"x","by":"a","input":{},"count":1e9}\n',
])('refuses an order that it cannot read: %j', async (bytes) => {
  await listen()
  expect(JSON.parse(await answerTo(bytes))).toEqual({
    done: false,
    problems: ['The order cannot be read.'],
  })
  expect(orders).toEqual([])
})

it('says what to do when nobody listens in a directory that somebody holds', async () => {
  await expect(askServer(directory, order)).rejects.toThrow(/does not answer there.*stop it/s)
})
