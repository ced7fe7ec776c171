import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectors from '../vectors/signing.json' with { type: 'json' }
import { readMultipart } from './multipart.ts'
import { ParameterCollector, type Parameters } from './parameters.ts'
import {
  baseString,
  boundariesOf,
  type Digests,
  isSignatureForm,
  isSignMethod,
  matchSignature,
  type SignMethod,
  sameDigest,
  sign,
} from './sign.ts'

const digests: Digests = {
  md5: (text) => createHash('md5').update(text).digest('hex').toUpperCase(),
  hmacMd5: (key, text) => createHmac('md5', key).update(text).digest('hex').toUpperCase(),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text).digest('hex').toUpperCase(),
}

const methods: readonly SignMethod[] = ['md5', 'hmac', 'hmac-sha256']

type Vector = (typeof vectors.vectors)[number]

function parametersOf(vector: { readonly parameters: object }, method: SignMethod): Parameters {
  const pairs = Object.entries(vector.parameters).filter(([, value]) => value !== undefined)
  return new Map<string, string>(pairs).set('sign_method', method)
}

function signed(parameters: Parameters, value: string): Parameters {
  return new Map(parameters).set('sign', value)
}

function vectorById(id: string): Vector {
  const found = vectors.vectors.find((vector) => vector.id === id)
  if (found === undefined) throw new Error(`no vector ${id}`)
  return found
}

const published = vectorById('V1')

describe.each(vectors.vectors)('vector $id: $title', (vector) => {
  const skipEmpty = vector.emptyValues === 'skipped'

  it('has the base text', () => {
    const parameters = parametersOf(vector, 'md5')
    expect(baseString(parameters, { skipEmpty, body: vector.body })).toBe(vector.base)
  })

  it.each(methods)('is signed and accepted with %s', (method) => {
    const parameters = parametersOf(vector, method)
    const expected = vector.signs[method]
    if (!skipEmpty) {
      expect(sign(parameters, vector.secret, method, digests, vector.body)).toBe(expected)
    }
    const reading = skipEmpty ? 'without-empty' : 'all'
    for (const text of [expected, expected.toLowerCase()]) {
      const call = signed(parameters, text)
      expect(matchSignature(call, vector.secret, digests, vector.body)).toBe(reading)
    }
  })

  it('is refused with another secret, another body or one parameter less', () => {
    const call = signed(parametersOf(vector, 'md5'), vector.signs.md5)
    const shorter = new Map(call)
    shorter.delete('timestamp')
    expect(matchSignature(call, `${vector.secret} `, digests, vector.body)).toBeUndefined()
    expect(matchSignature(call, vector.secret, digests, `${vector.body ?? ''}x`)).toBeUndefined()
    expect(matchSignature(shorter, vector.secret, digests, vector.body)).toBeUndefined()
  })
})

it('signs the message service, which has no sign_method (V11)', () => {
  const vector = vectors.messageService
  const parameters = new Map(Object.entries(vector.parameters))
  expect(baseString(parameters)).toBe(vector.base)
  expect(sign(parameters, vector.secret, 'md5', digests)).toBe(vector.md5)
})

it.each(vectors.refused)('refuses the legacy digest with the $title (V12)', ({ md5 }) => {
  const call = signed(parametersOf(published, 'md5'), md5)
  expect(matchSignature(call, published.secret, digests)).toBeUndefined()
})

it('leaves a file part out of the signature (V13)', () => {
  const { name, filename, contentType } = vectors.file
  const call = signed(parametersOf(published, 'md5'), published.signs.md5)
  const parts = [...call].map(
    ([key, value]) => `--b\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  )
  parts.push(
    `--b\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\n` +
      `Content-Type: ${contentType}\r\n\r\nPNG\r\n--b--\r\n`,
  )
  const collector = new ParameterCollector()
  const body = new TextEncoder().encode(parts.join(''))
  readMultipart(body, 'multipart/form-data; boundary=b', collector)
  expect(collector.files.map((file) => file.name)).toEqual([name])
  expect(matchSignature(collector.values, published.secret, digests)).toBe('all')
})

describe('the received signature', () => {
  const hex32 = '0123456789abcdefABCDEF0123456789'

  it.each([
    ['md5', hex32, true],
    ['hmac', hex32, true],
    ['hmac-sha256', hex32, false],
    ['hmac-sha256', hex32 + hex32, true],
    ['md5', hex32 + hex32, false],
    ['md5', hex32.slice(1), false],
    ['md5', `${hex32}0`, false],
    ['md5', `${hex32} `, false],
    ['md5', `${hex32}\n`, false],
    ['md5', `${hex32.slice(1)}g`, false],
    ['md5', `${hex32.slice(1)}０`, false],
    ['md5', '', false],
    ['md5', '  ', false],
    ['md5', 'ASNFZ4mrze8BI0VniavN7w==', false],
  ] as const)('of %s read from "%s": %s', (method, text, isGood) => {
    expect(isSignatureForm(text, method)).toBe(isGood)
  })

  it('is the same in either case of letters, and only when every digit is', () => {
    expect(sameDigest('00FF10AB', '00ff10aB')).toBe(true)
    expect(sameDigest('00FF10AB', '10FF10AB')).toBe(false)
    expect(sameDigest('00FF10AB', '00FF10AC')).toBe(false)
    expect(sameDigest('00FF10AB', '00FF10A')).toBe(false)
    expect(sameDigest('00FF10AB', '00FF10AB0')).toBe(false)
  })

  it('tells all hexadecimal digits apart', () => {
    const digits = '0123456789abcdef'
    for (const a of digits) {
      for (const b of digits) expect(sameDigest(a, b)).toBe(a === b)
    }
  })
})

describe('boundaries', () => {
  const map = (pairs: Record<string, string>) => new Map(Object.entries(pairs))

  it('are the same for the same map in any order, with or without empty parameters', () => {
    const boundaries = boundariesOf(map({ b: '22', a: '1', sign: 'X' }))
    expect(boundariesOf(map({ a: '1', b: '22', c: '' }))).toBe(boundaries)
  })

  it('tell two maps apart that are signed as the same text', () => {
    const [one, other] = [map({ a: 'bc' }), map({ ab: 'c' })]
    expect(baseString(one)).toBe(baseString(other))
    expect(boundariesOf(one)).not.toBe(boundariesOf(other))
  })
})

describe('sign_method', () => {
  it.each(['HMAC-SHA256', 'hmac_sha256', 'sha256', 'MD5', 'md5 ', ''])('refuses %j', (name) => {
    expect(isSignMethod(name)).toBe(false)
    const parameters = parametersOf(published, 'md5')
    const call = signed(new Map(parameters).set('sign_method', name), published.signs.md5)
    expect(matchSignature(call, published.secret, digests)).toBeUndefined()
  })

  it('is refused when absent', () => {
    const call = new Map(signed(parametersOf(published, 'md5'), published.signs.md5))
    call.delete('sign_method')
    expect(matchSignature(call, published.secret, digests)).toBeUndefined()
  })

  it('decides the digest: one of another method does not fit, nor a shortened one', () => {
    const { hmac, 'hmac-sha256': sha256 } = published.signs
    const cases: readonly (readonly [SignMethod, string])[] = [
      ['md5', hmac],
      ['hmac', sha256.slice(0, 32)],
      ['hmac-sha256', sha256.slice(0, 32)],
    ]
    for (const [method, text] of cases) {
      const call = signed(parametersOf(published, method), text)
      expect(matchSignature(call, published.secret, digests)).toBeUndefined()
    }
  })
})

describe('what is signed', () => {
  const secret = 'helloworld'

  function signedMap(pairs: Record<string, string>): Map<string, string> {
    const parameters = new Map(Object.entries(pairs)).set('sign_method', 'md5')
    return parameters.set('sign', sign(parameters, secret, 'md5', digests))
  }

  it('does not hold "sign" itself', () => {
    expect(baseString(new Map([['sign', 'x']]))).toBe('')
    expect(baseString(new Map([['Sign', 'x']]))).toBe('Signx')
  })

  it('does not depend on the order of arrival', () => {
    const pairs = [...parametersOf(published, 'md5')]
    expect(baseString(new Map(pairs.reverse()))).toBe(published.base)
  })

  it('holds values that begin with @, which some PHP code leaves out', () => {
    expect(baseString(new Map([['a', '@x']]))).toBe('a@x')
  })

  it('is neither trimmed nor normalised', () => {
    expect(baseString(new Map([['a', ' cafe\u0301\n']]))).toBe('a cafe\u0301\n')
  })

  it.each([' ', '\u3000', '\u200b'])(
    'counts %j as a value: only empty ones may be left out',
    (v) => {
      const call = signedMap({ a: '1' }).set('open_id', v)
      expect(matchSignature(call, secret, digests)).toBeUndefined()
    },
  )

  it('keeps values of white space when empty ones are left out', () => {
    const parameters = new Map([
      ['a', ' '],
      ['b', ''],
      ['c', '\u3000'],
    ])
    expect(baseString(parameters, { skipEmpty: true })).toBe('a c\u3000')
  })

  it('may leave out an empty parameter added after signing, and says so', () => {
    const call = signedMap({ a: '1' })
    expect(matchSignature(call, secret, digests)).toBe('all')
    expect(matchSignature(call.set('open_id', ''), secret, digests)).toBe('without-empty')
  })

  it('tries the second reading only when there is an empty value', () => {
    let digestCount = 0
    const counting: Digests = {
      ...digests,
      md5(text) {
        digestCount += 1
        return digests.md5(text)
      },
    }
    const call = signedMap({ a: '1' }).set('a', '2')
    matchSignature(call, secret, counting)
    expect(digestCount).toBe(1)
    matchSignature(call.set('b', ''), secret, counting)
    expect(digestCount).toBe(3)
  })
})

describe('one change to a signed call', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9_.-]{1,8}$/).filter((text) => text !== 'sign')
  const map = fc
    .uniqueArray(fc.tuple(name, fc.string({ unit: 'binary', maxLength: 8 })), {
      minLength: 1,
      maxLength: 12,
      selector: ([key]) => key,
    })
    .map((pairs) => new Map(pairs))

  const sorted = (parameters: Parameters) => [...parameters].sort(([a], [b]) => (a < b ? -1 : 1))

  it('by adding to a value changes the base', () => {
    fc.assert(
      fc.property(
        map,
        fc.nat(),
        fc.string({ unit: 'binary', minLength: 1 }),
        (before, pick, extra) => {
          const names = [...before.keys()]
          const changed = names[pick % names.length] ?? ''
          const after = new Map(before).set(changed, before.get(changed) + extra)
          expect(baseString(after).length).toBe(baseString(before).length + extra.length)
          expect(baseString(after)).not.toBe(baseString(before))
        },
      ),
    )
  })

  it('by removing a parameter changes the base', () => {
    fc.assert(
      fc.property(map, fc.nat(), (before, pick) => {
        const names = [...before.keys()]
        const after = new Map(before)
        after.delete(names[pick % names.length] ?? '')
        expect(baseString(after)).not.toBe(baseString(before))
      }),
    )
  })

  it('joins exactly the sorted pairs, as a plain implementation would', () => {
    fc.assert(
      fc.property(map, (parameters) => {
        const plain = sorted(parameters).flat().join('')
        expect(baseString(parameters)).toBe(plain)
        const filled = sorted(parameters).filter(([, value]) => value !== '')
        expect(baseString(parameters, { skipEmpty: true })).toBe(filled.flat().join(''))
      }),
    )
  })

  it('by moving a boundary can keep the base, so equal bases must be told apart by their maps', () => {
    const one = new Map([
      ['biz_code', 'A'],
      ['ext_param', 'B'],
    ])
    const other = new Map([['biz_code', 'Aext_paramB']])
    expect(baseString(one)).toBe(baseString(other))
    expect(one).not.toEqual(other)
  })
})
