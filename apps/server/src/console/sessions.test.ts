import { expect, it } from 'vitest'
import { IDLE_MS_MAX, SESSION_MS_MAX, Sessions } from './sessions.ts'

const PASSWORD_MS = 7

function opened(nowMs = 0) {
  const sessions = new Sessions()
  const { token, session } = sessions.open(PASSWORD_MS, nowMs)
  const find = (atMs: number, isActive = true) => sessions.find(token, PASSWORD_MS, atMs, isActive)
  return { sessions, token, session, find }
}

it('knows a token that it handed out, and no other', () => {
  const { sessions, session, find } = opened()
  expect(find(0)).toBe(session)
  expect(sessions.find('', PASSWORD_MS, 0, true)).toBeUndefined()
  expect(sessions.find(session.name, PASSWORD_MS, 0, true)).toBeUndefined()
  expect(sessions.find(session.formToken, PASSWORD_MS, 0, true)).toBeUndefined()
})

it('ends with half an hour of idleness', () => {
  expect(opened().find(IDLE_MS_MAX - 1)).toBeDefined()
  expect(opened().find(IDLE_MS_MAX)).toBeUndefined()
})

it('takes a page that reloads itself for no activity', () => {
  const { find } = opened()
  expect(find(IDLE_MS_MAX - 1, false)).toBeDefined()
  expect(find(IDLE_MS_MAX)).toBeUndefined()
})

it('ends after twelve hours, however busy', () => {
  const { find } = opened()
  for (let atMs = 0; atMs < SESSION_MS_MAX; atMs += IDLE_MS_MAX / 2)
    expect(find(atMs)).toBeDefined()
  expect(find(SESSION_MS_MAX)).toBeUndefined()
})

it('ends with log-out, and stays ended', () => {
  const { sessions, token, find } = opened()
  sessions.close(token)
  expect(find(0)).toBeUndefined()
})

it('ends when the password is another one', () => {
  const { sessions, token, find } = opened()
  expect(sessions.find(token, PASSWORD_MS + 1, 0, true)).toBeUndefined()
  expect(find(0)).toBeUndefined()
})

it('holds a bounded number: the oldest makes room', () => {
  const { sessions, find } = opened()
  for (let count = 0; count < 63; count += 1) sessions.open(PASSWORD_MS, 0)
  expect(find(0)).toBeDefined()
  sessions.open(PASSWORD_MS, 0)
  expect(find(0)).toBeUndefined()
})
