import { expect, it } from 'vitest'
import { SIGNATURE_MEMORY_MS, SignatureMemory } from './signature-memory.ts'

/** Whether the signature came before with other boundaries. */
function collides(memory: SignatureMemory, signature: string, boundaries: string): boolean {
  const seen = memory.boundariesOf(signature)
  return seen !== undefined && seen !== boundaries
}

const MINUTE_MS = 60_000

/** Accepted writes of others, one a second, so that time passes for the memory. */
function pass(memory: SignatureMemory, fromMs: number, toMs: number): void {
  for (let nowMs = fromMs; nowMs <= toMs; nowMs += 1000) memory.remember(`s${nowMs}`, 'b', nowMs)
}

it('notices a signature that comes again with other boundaries, and only then', () => {
  const memory = new SignatureMemory()
  expect(collides(memory, 's', 'a:1')).toBe(false)
  memory.remember('s', 'a:1', 0)
  expect(collides(memory, 's', 'a:2')).toBe(true)
  expect(collides(memory, 's', 'a:1')).toBe(false)
  expect(collides(memory, 't', 'a:2')).toBe(false)
})

it.each([0, 1, 179_999, 90_000])(
  'keeps a signature for 21 minutes, wherever in its generation it came (%d ms)',
  (atMs) => {
    const memory = new SignatureMemory()
    memory.remember('first', 'b', 0)
    memory.remember('s', 'a:1', atMs)
    pass(memory, atMs + 1000, atMs + SIGNATURE_MEMORY_MS)
    expect(collides(memory, 's', 'a:2')).toBe(true)
  },
)

it('forgets a signature within one generation after that', () => {
  const memory = new SignatureMemory()
  memory.remember('s', 'a:1', 0)
  pass(memory, 1000, SIGNATURE_MEMORY_MS + 2 * 3 * MINUTE_MS)
  expect(collides(memory, 's', 'a:2')).toBe(false)
})

it('keeps the newest signatures and never more than its bound', () => {
  const memory = new SignatureMemory(80)
  for (let i = 0; i < 1000; i += 1) memory.remember(`s${i}`, 'b', 0)
  const kept = Array.from({ length: 1000 }, (_, i) => i).filter((i) =>
    collides(memory, `s${i}`, 'other'),
  )
  expect(kept.length).toBeLessThanOrEqual(80)
  expect(kept.length).toBeGreaterThan(60)
  expect(kept).toEqual(kept.map((_, at) => 1000 - kept.length + at))
})

it('stays within its bound when generations are full and young', () => {
  const memory = new SignatureMemory(80)
  const all: string[] = []
  for (let nowMs = 0; nowMs < 60 * MINUTE_MS; nowMs += 10_000) {
    all.push(`s${nowMs}`)
    memory.remember(`s${nowMs}`, 'b', nowMs)
    const kept = all.filter((signature) => collides(memory, signature, 'other'))
    expect(kept.length).toBeLessThanOrEqual(80)
  }
})

it('forgets a signature that is given back', () => {
  const memory = new SignatureMemory()
  memory.remember('s', '1.1 ', 0)
  memory.remember('t', '1.1 ', 0)
  memory.forget('s')
  expect(memory.boundariesOf('s')).toBeUndefined()
  expect(memory.boundariesOf('t')).toBe('1.1 ')
})
