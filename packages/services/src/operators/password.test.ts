import { expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

it('knows the password again that it hashed, and no other', async () => {
  const stored = await hashPassword('correct horse 电池')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword('correct horse 电池', stored)).toBe(true)
  expect(await verifyPassword('correct horse 电沲', stored)).toBe(false)
  expect(await verifyPassword('', stored)).toBe(false)
})

it('salts: the same password never looks the same', async () => {
  expect(await hashPassword('correct horse')).not.toBe(await hashPassword('correct horse'))
})

it('takes a letter and its accent for the composed letter', async () => {
  expect(
    await verifyPassword('caf\u00e9 caf\u00e9', await hashPassword('cafe\u0301 cafe\u0301')),
  ).toBe(true)
})

/** Made by the reference implementation: `echo -n password | argon2 somesalt -id -t 2 -k 65536`. */
it('reads what other programs stored', async () => {
  const stored =
    '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  expect(await verifyPassword('password', stored)).toBe(true)
})

it.each([
  '',
  'secret',
  '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
  '$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
  '$argon2id$v=19$m=65536,t=999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
])('refuses to try %j', async (stored) => {
  await expect(verifyPassword('password', stored)).rejects.toThrow('not in a form')
})
