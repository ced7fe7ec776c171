import type { Random } from '../crash/random.ts'
import { formOf, type Params, textOf } from './signed-request.ts'

/** One change of a signed request, as the body that then travels. */
export interface Mutation {
  readonly name: string
  readonly body: Buffer
}

type Change = (params: Params, random: Random) => Buffer | Params

/** One of each kind. */
export function mutationsOf(params: Params, random: Random): Mutation[] {
  return Object.entries(changes).map(([name, change]) => {
    const changed = change(params, random)
    return {
      name,
      body: changed instanceof Map ? Buffer.from(formOf(changed)) : (changed as Buffer),
    }
  })
}

const changes: Readonly<Record<string, Change>> = {
  flipBit: (params, random) =>
    inBytes(params, random, (bytes, at) => {
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.between(0, 7))
      return bytes
    }),
  insertByte: (params, random) =>
    inBytes(params, random, (bytes, at) => {
      const byte = Buffer.of(random.between(0, 255))
      return Buffer.concat([bytes.subarray(0, at), byte, bytes.subarray(at)])
    }),
  deleteByte: (params, random) =>
    inBytes(params, random, (bytes, at) =>
      Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
    ),
  moveIntoName: (params, random) =>
    inOne(params, random, (name, value) => {
      const [first = '', ...rest] = value
      return [[name + first, rest.join('')]]
    }),
  moveIntoValue: (params, random) =>
    inOne(params, random, (name, value) => [[name.slice(0, -1), name.slice(-1) + value]]),
  addParameter: (params, random) =>
    new Map([...params, [`y${random.between(0, 99)}`, textOf(random, ['a', '中', ' '], 1, 3)]]),
  addEmptyParameter: (params) => new Map([...params, ['open_id_2', '']]),
  removeParameter: (params, random) => inOne(params, random, () => []),
  emptyValue: (params, random) => inOne(params, random, (name) => [[name, '']]),
  repeatParameter: (params, random) => {
    const [name, value] = oneOf(params, random)
    return Buffer.from(`${formOf(params)}&${formOf(new Map([[name, value]]))}`)
  },
  repeatOtherwise: (params, random) => {
    const [name, value] = oneOf(params, random)
    return Buffer.from(`${formOf(params)}&${formOf(new Map([[name, `${value}1`]]))}`)
  },
  swapValues: (params, random) => {
    const [[one, first], [other, second]] = [oneOf(params, random), oneOf(params, random)]
    return new Map(params).set(one, second).set(other, first)
  },
  reorder: (params) => new Map([...params].reverse()),
  reencode: (params) => Buffer.from([...params].map(escapeAll).join('&')),
  otherSignMethod: (params) =>
    new Map(params).set('sign_method', params.get('sign_method') === 'md5' ? 'hmac' : 'md5'),
  cutSign: (params) => new Map(params).set('sign', (params.get('sign') ?? '').slice(0, -1)),
  signInLowerCase: (params) =>
    new Map(params).set('sign', (params.get('sign') ?? '').toLowerCase()),
}

function inBytes(
  params: Params,
  random: Random,
  change: (bytes: Buffer, at: number) => Buffer,
): Buffer {
  const bytes = Buffer.from(formOf(params))
  return change(bytes, random.between(0, bytes.length - 1))
}

function inOne(
  params: Params,
  random: Random,
  change: (name: string, value: string) => [string, string][],
): Params {
  const [chosen] = oneOf(params, random)
  return new Map(
    [...params].flatMap(([name, value]) =>
      name === chosen ? change(name, value) : [[name, value]],
    ),
  )
}

function oneOf(params: Params, random: Random): [string, string] {
  return random.pick([...params]) ?? ['', '']
}

function escapeAll(pair: readonly string[]): string {
  return pair
    .map((text) =>
      [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    )
    .join('=')
}

const nameForm = /^[A-Za-z0-9_.-]{1,64}$/

/** Other parameter maps that are signed as the same text: every way to cut it a little otherwise. */
export function boundaryMoves(params: Params, random: Random, max: number): Params[] {
  const pairs = [...params].filter(([name]) => name !== 'sign').sort(([a], [b]) => (a < b ? -1 : 1))
  const moves: [string, string][][] = []
  pairs.forEach(([name, value], at) => {
    const put = (...own: [string, string][]) => moves.push(pairs.toSpliced(at, 1, ...own))
    for (let chars = 1; chars <= 4; chars += 1) {
      put([name + value.slice(0, chars), value.slice(chars)])
      put([name.slice(0, -chars), name.slice(-chars) + value])
    }
    const next = pairs[at + 1]
    if (next !== undefined) moves.push(pairs.toSpliced(at, 2, [name, value + next.join('')]))
    for (let cut = 0; cut < 12; cut += 1) {
      const start = random.between(0, value.length)
      const end = start + random.between(1, 12)
      put([name, value.slice(0, start)], [value.slice(start, end), value.slice(end)])
    }
  })
  const good = moves.filter(isSignedAlike).map((move) => new Map([...move, signOf(params)]))
  return good.sort(() => random.next() - 0.5).slice(0, max)
}

/** Names are names, each once, and their order is that in which they are signed. */
function isSignedAlike(pairs: readonly (readonly [string, string])[]): boolean {
  return pairs.every(([name, value], at) => {
    const isName = nameForm.test(name) && name !== 'sign' && value.isWellFormed()
    return isName && (at === 0 || (pairs[at - 1]?.[0] ?? '') < name)
  })
}

function signOf(params: Params): [string, string] {
  return ['sign', params.get('sign') ?? '']
}
