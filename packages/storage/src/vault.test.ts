import { describe, expect, it } from 'vitest'
import { singleMasterKey } from './master-keys.ts'
import { openVault } from './vault.ts'

const masterKey = new Uint8Array(32).fill(7)
const vault = openVault({ masterKey })

describe('seal and open', () => {
  it.each(['', 'a', '13800138000', '家里老人 👵', 'x'.repeat(100_000)])(
    'gives back what was sealed (%#)',
    (text) => {
      expect(vault.open('chat:1', vault.seal('chat:1', text))).toBe(text)
    },
  )

  it('refuses another context', () => {
    const sealed = vault.seal('chat:1', 'secret')
    expect(() => vault.open('chat:2', sealed)).toThrow()
  })

  it('refuses a record with any byte changed, added or cut', () => {
    const sealed = vault.seal('chat:1', 'secret')
    for (let index = 0; index < sealed.length; index++) {
      const changed = Uint8Array.from(sealed, (byte, at) => (at === index ? byte ^ 1 : byte))
      expect(() => vault.open('chat:1', changed), `byte ${index}`).toThrow()
      expect(() => vault.open('chat:1', sealed.subarray(0, index)), `cut ${index}`).toThrow()
    }
    expect(() => vault.open('chat:1', Uint8Array.from([...sealed, 0]))).toThrow()
  })

  it('refuses a record of another master key', () => {
    const other = openVault({ masterKey: new Uint8Array(32).fill(8) })
    expect(() => other.open('chat:1', vault.seal('chat:1', 'secret'))).toThrow()
  })

  it('names the key version that is absent', () => {
    const second = openVault({ masterKey, keyVersion: 2 })
    expect(() => second.open('chat:1', vault.seal('chat:1', 'secret'))).toThrow('key version 1')
  })

  it('never uses an initial vector twice', () => {
    const ivs = new Set(
      Array.from({ length: 600 }, () => {
        const sealed = vault.seal('chat:1', 'same')
        return Buffer.from(sealed.subarray(3, 15)).toString('hex')
      }),
    )
    expect(ivs.size).toBe(600)
  })

  it('takes its randomness only from the source that was given', () => {
    const counting = () => {
      let next = 0
      return (bytes: number) => Uint8Array.from({ length: bytes }, () => next++)
    }
    const first = openVault({ masterKey, random: counting() })
    const second = openVault({ masterKey, random: counting() })
    for (let index = 0; index < 300; index++) {
      expect(first.seal('c', 'same')).toEqual(second.seal('c', 'same'))
    }
  })

  it('does not show the text', () => {
    expect(Buffer.from(vault.seal('chat:1', 'secret')).includes('secret')).toBe(false)
  })
})

describe('a key of its own', () => {
  const sealedKey = vault.newKey('dialog:1')

  it('seals what only it opens, in its own context', () => {
    const sealed = vault.withKey('dialog:1', sealedKey).seal('chat:1', '家里老人 👵')
    expect(vault.withKey('dialog:1', sealedKey).open('chat:1', sealed)).toBe('家里老人 👵')
    expect(() => vault.withKey('dialog:1', sealedKey).open('chat:2', sealed)).toThrow()
    expect(() =>
      vault.withKey('dialog:1', vault.newKey('dialog:1')).open('chat:1', sealed),
    ).toThrow()
    expect(() => vault.open('chat:1', sealed)).toThrow('key version 0')
  })

  it('is itself sealed, for its context', () => {
    expect(() => vault.withKey('dialog:2', sealedKey)).toThrow()
    expect(() =>
      openVault({ masterKey: new Uint8Array(32) }).withKey('dialog:1', sealedKey),
    ).toThrow()
  })

  it('opens also what the master key sealed before there was one', () => {
    const sealed = vault.seal('chat:1', 'old')
    expect(vault.withKey('dialog:1', sealedKey).open('chat:1', sealed)).toBe('old')
  })
})

describe('tag', () => {
  it('is the same for the same kind, value and key, and 22 characters long', () => {
    const again = openVault({ masterKey })
    expect(vault.tag('phone', '13800138000')).toBe(again.tag('phone', '13800138000'))
    expect(vault.tag('phone', '13800138000')).toMatch(/^[\w-]{22}$/)
  })

  it('differs by value, kind, the border between both, and master key', () => {
    const other = openVault({ masterKey: new Uint8Array(32).fill(8) })
    const tags = new Set([
      vault.tag('phone', '1'),
      vault.tag('phone', '2'),
      vault.tag('alipay', '1'),
      vault.tag('phone1', ''),
      other.tag('phone', '1'),
    ])
    expect(tags.size).toBe(5)
  })
})

it.each([31, 33])('refuses a master key of %i bytes', (length) => {
  expect(() => openVault({ masterKey: new Uint8Array(length) })).toThrow('32 bytes')
})

it.each([0, 65_536, 1.5])('refuses key version %d', (keyVersion) => {
  expect(() => openVault({ masterKey, keyVersion })).toThrow('key version')
})

describe('several master keys', () => {
  const [first, second] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(9)]
  const lookupKey = singleMasterKey(first).lookupKey
  const keys = new Map([
    [1, first],
    [2, second],
  ])
  const both = openVault({ masterKey: { sealVersion: 2, keys, lookupKey } })

  it('seal with the one that was named, and all of them open', () => {
    const sealed = both.seal('chat:1', 'new')
    expect(Buffer.from(sealed.subarray(0, 3)).toString('hex')).toBe('010002')
    expect(both.open('chat:1', sealed)).toBe('new')
    expect(both.open('chat:1', vault.seal('chat:1', 'old'))).toBe('old')
    expect(both.sealVersion).toBe(2)
  })

  it('leave lookup tags as they were', () => {
    expect(both.tag('phone', '13800138000')).toBe(vault.tag('phone', '13800138000'))
  })

  it('open the key of one owner of data whichever sealed it', () => {
    const old = vault.newKey('dialog:1')
    const sealed = vault.withKey('dialog:1', old).seal('chat:1', 'text')
    const anew = both.seal('dialog:1', both.open('dialog:1', old))
    expect(both.withKey('dialog:1', anew).open('chat:1', sealed)).toBe('text')
  })
})
