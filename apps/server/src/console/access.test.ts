import type { Credential } from '@topgate/services'
import { expect, it } from 'vitest'
import { Access } from './access.ts'

const CODE = 'K7QM-2XNB-9WDT'
const PASSWORD = 'correct horse'

function installation() {
  const state: { credential: Credential | undefined; nowMs: number } = {
    credential: undefined,
    nowMs: 0,
  }
  const access = new Access({
    setUpCode: CODE,
    findCredential: async () => state.credential,
    async setFirstPassword(password_hash) {
      if (state.credential !== undefined) return false
      state.credential = { name: 'console', password_hash, changed_ms: 1 }
      return true
    },
    elapsedMs: () => state.nowMs,
  })
  return { access, state }
}

async function setUp() {
  const { access, state } = installation()
  const entry = await access.setUp(CODE, PASSWORD, 'me')
  if (entry.kind !== 'open') throw new Error(entry.kind)
  return { access, state, token: entry.token }
}

it('lets the holder of the code set the first password, who is then inside', async () => {
  const { access, token } = await setUp()
  expect(await access.find(token, true)).toBeDefined()
  expect(await access.logIn(PASSWORD, 'me')).toMatchObject({ kind: 'open' })
})

it('lets nobody in before a password is set', async () => {
  const { access } = installation()
  expect(await access.logIn('', 'me')).toEqual({ kind: 'wrong' })
  expect(await access.find('', true)).toBeUndefined()
})

it('takes no password without the code, nor a poor one with it', async () => {
  const { access, state } = installation()
  expect(await access.setUp('AAAA-AAAA-AAAA', PASSWORD, 'me')).toEqual({ kind: 'wrong' })
  expect(await access.setUp(CODE, 'short', 'me')).toEqual({ kind: 'unfit', trouble: 'short' })
  expect(state.credential).toBeUndefined()
})

it('takes the code only until a password is set', async () => {
  const { access, state } = await setUp()
  const before = state.credential
  expect(await access.setUp(CODE, 'another horse', 'me')).toEqual({ kind: 'late' })
  expect(state.credential).toBe(before)
})

it('lets one of two set-ups at the same moment win', async () => {
  const { access } = installation()
  const entries = await Promise.all([
    access.setUp(CODE, PASSWORD, 'me'),
    access.setUp(CODE, 'another horse', 'me'),
  ])
  expect(entries.map(({ kind }) => kind).sort()).toEqual(['late', 'open'])
})

it.each(['correct hors', 'Correct horse', '', 'x'.repeat(5_000)])(
  'refuses %j',
  async (password) => {
    const { access } = await setUp()
    expect(await access.logIn(password, 'me')).toEqual({ kind: 'wrong' })
  },
)

it('bounds wrong tries, also for who then knows the password, and forgives in time', async () => {
  const { access, state } = await setUp()
  const kinds = await Promise.all(
    Array.from({ length: 7 }, () => access.logIn('wrong password', 'you')),
  )
  expect(kinds.map(({ kind }) => kind)).toEqual([...Array(5).fill('wrong'), 'wait', 'wait'])
  expect(await access.logIn(PASSWORD, 'you')).toEqual({ kind: 'wait', waitMs: 60_000 })
  expect(await access.logIn(PASSWORD, 'me')).toMatchObject({ kind: 'open' })
  state.nowMs = 60_000
  expect(await access.logIn(PASSWORD, 'you')).toMatchObject({ kind: 'open' })
})

it('bounds guesses of the code in the same way', async () => {
  const { access } = installation()
  for (let guess = 0; guess < 5; guess += 1) await access.setUp('AAAA', PASSWORD, 'you')
  expect(await access.setUp(CODE, PASSWORD, 'you')).toEqual({ kind: 'wait', waitMs: 60_000 })
})

it('ends sessions with log-out, and all of them with a new password', async () => {
  const { access, state, token } = await setUp()
  const other = await access.logIn(PASSWORD, 'me')
  access.logOut(token)
  expect(await access.find(token, true)).toBeUndefined()
  if (other.kind !== 'open' || state.credential === undefined) throw new Error(other.kind)
  expect(await access.find(other.token, true)).toBeDefined()
  state.credential = { ...state.credential, changed_ms: 2 }
  expect(await access.find(other.token, true)).toBeUndefined()
})
