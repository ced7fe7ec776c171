import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectors from '../vectors/signing.json' with { type: 'json' }
import {
  BATCH_ELEMENTS_MAX,
  batchSeparator,
  joinAnswers,
  mergeParameters,
  readBatchText,
  splitBatch,
} from './batch.ts'
import { ParameterCollector } from './parameters.ts'
import { ProtocolError } from './protocol-error.ts'
import { matchSignature } from './sign.ts'

const separator = batchSeparator(undefined)

function read(text: string): Record<string, string> {
  const into = new ParameterCollector()
  readBatchText(text, into)
  return Object.fromEntries(into.values)
}

function codeOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof ProtocolError) return error.code
    throw error
  }
  return 'accepted'
}

const digests = {
  md5: (text: string) => createHash('md5').update(text).digest('hex'),
  hmacMd5: (key: string, text: string) => createHmac('md5', key).update(text).digest('hex'),
  hmacSha256: (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex'),
}

describe('the worked examples', () => {
  const worked = (id: string) => {
    const vector = vectors.vectors.find((each) => each.id === id)
    if (vector?.body === undefined) throw new Error(`no body in ${id}`)
    const { shared, elements } = splitBatch(vector.body, separator)
    const layers = elements.map((element) => ({ ...read(shared), ...read(element) }))
    const pairs = Object.entries(vector.parameters).filter(([, value]) => value !== undefined)
    const parameters = new Map<string, string>(pairs).set('sign', vector.signs.md5)
    return { layers, fits: matchSignature(parameters, vector.secret, digests, vector.body) }
  }

  it('V7a: two calls share their method', () => {
    const call = { method: 'taobao.time.get' }
    expect(worked('V7a')).toEqual({ layers: [call, call], fits: 'all' })
  })

  it('V7b: two calls, each with a method, one with a session of its own', () => {
    const second = {
      fields: 'num_iid,title',
      nick: '淘宝测试',
      method: 'taobao.items.onsale.get',
      session: 'test2',
    }
    expect(worked('V7b')).toEqual({
      layers: [{ method: 'taobao.time.get' }, second],
      fits: 'all',
    })
  })
})

describe('the separator', () => {
  it('is CR LF -S- CR LF unless the header announces another', () => {
    expect(separator).toBe('\r\n-S-\r\n')
    for (const header of ['%!', '@@', '||', '$', '^', '`', '!@!', '@'.repeat(16)]) {
      expect(batchSeparator(header)).toBe(header)
    }
  })

  it.each([
    ['', 'empty'],
    ['&', 'between parameters'],
    ['a', 'a letter'],
    ['0', 'a digit'],
    ['%', 'the beginning of an escape'],
    ['!%', 'an escape could follow'],
    ['!', 'some encoders leave it as it is'],
    ['**', 'all encoders leave it as it is'],
    ['-S-', 'a letter'],
    ['(a+)+$', 'a pattern'],
    [';', 'it ends the references of XML'],
    [',', 'it stands between the values of an answer'],
    ['{', 'the same'],
    ['"', 'the same'],
    ['#', 'it marks what all share'],
    [' @', 'white space'],
    ['@, @', 'the header given twice'],
    ['@'.repeat(17), 'too long'],
    ['＠', 'not ASCII'],
  ])('%j is refused: %s (S13)', (header) => {
    expect(codeOf(() => batchSeparator(header))).toBe('parameter')
  })
})

describe('a batch body', () => {
  it('keeps its calls in order, with and without shared parameters', () => {
    expect(splitBatch('a=1\r\n-S-\r\nN', separator)).toEqual({ shared: '', elements: ['a=1', 'N'] })
    expect(splitBatch('#PUBLIC#m=1\r\n-S-\r\na=1', separator)).toEqual({
      shared: 'm=1',
      elements: ['a=1'],
    })
    expect(splitBatch('#PUBLIC#m=1', separator)).toEqual({ shared: 'm=1', elements: [] })
  })

  it('is not cut up further than is needed to see that it holds too many calls', () => {
    const body = Array.from({ length: 1_000_000 }, () => 'N').join('@')
    expect(splitBatch(body, '@').elements.length).toBeGreaterThan(BATCH_ELEMENTS_MAX)
    expect(splitBatch(body, '@').elements.length).toBeLessThan(BATCH_ELEMENTS_MAX + 3)
    const most = Array.from({ length: BATCH_ELEMENTS_MAX }, () => 'N')
    expect(splitBatch(most.join('@'), '@').elements).toEqual(most)
    expect(splitBatch(`#PUBLIC#a=1@${most.join('@')}`, '@').elements).toEqual(most)
  })

  it('has calls without parameters, written N', () => {
    expect(read('N')).toEqual({})
    expect(read('N=1')).toEqual({ N: '1' })
  })

  it.each([
    ['%zz', 'encoding'],
    ['a=%FF', 'encoding'],
    ['a=1&a=2', 'parameter'],
    ['a b=1', 'parameter'],
    ['a=1\r\n-S-\r\nb=1', 'parameter'],
    ['a=1\n', 'parameter'],
    ['a=x@y', 'parameter'],
  ])('%j is refused as %s', (text, code) => {
    expect(codeOf(() => read(text))).toBe(code)
  })

  it('never gives other calls for another separator, which nobody signs (S13)', () => {
    const chars = [...'ab=&%41!()*-._~N'].map((char) => fc.constant(char))
    const element = fc.string({ unit: fc.oneof(...chars), maxLength: 12 })
    const separators = [separator, '%!', '@', '$!', '!|']
    const accepted = (body: string, by: string) => {
      const { shared, elements } = splitBatch(body, by)
      try {
        return { shared: read(shared), calls: elements.map(read) }
      } catch {
        return undefined
      }
    }
    fc.assert(
      fc.property(
        fc.array(element, { minLength: 2, maxLength: 4 }),
        fc.constantFrom(...separators),
        fc.constantFrom(...separators),
        (elements, by, other) => {
          fc.pre(by !== other)
          const body = elements.join(by)
          if (accepted(body, by) === undefined) return
          expect(accepted(body, other)).toBeUndefined()
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

it('puts what a call says of itself above what all share', () => {
  const merged = mergeParameters(
    new Map([['v', '2.0']]),
    new Map([['method', 'a']]),
    new Map([['method', 'b']]),
  )
  expect(Object.fromEntries(merged)).toEqual({ v: '2.0', method: 'b' })
})

describe('the answers', () => {
  it('are joined by the separator, with none at the end', () => {
    expect(joinAnswers(['{"a":1}', '{"b":2}'], separator, 'json')).toBe('{"a":1}\r\n-S-\r\n{"b":2}')
  })

  it('cannot hold the separator: it is escaped, and reads as before', () => {
    for (const by of ['@', '@@', '%!', '!$', '^*', '|']) {
      const text = `x${by}${by}y`
      const json = JSON.stringify({ text })
      const joined = joinAnswers([json, json], by, 'json').split(by)
      expect(joined.map((each) => JSON.parse(each))).toEqual([{ text }, { text }])
      const xml = joinAnswers([`<a>${text}</a>`, '<b/>'], by, 'xml').split(by)
      expect(xml).toHaveLength(2)
      expect(xml[0]?.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))).toBe(
        `<a>${text}</a>`,
      )
    }
  })
})
