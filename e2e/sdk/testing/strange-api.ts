import type { DocumentedApi, Field, Fields } from '@topgate/contracts'

const about = {
  zh: '说明 */ \\u002a/ <b> \'" $x {@link}',
  en: 'About */ \\u002a/ <b> \'" $x {@link}',
}
const base = { need: 'optional', about, privacy: 'B' } as const

const text: Field = { ...base, kind: 'text' }
const int64: Field = { ...base, kind: 'int64' }
const moment: Field = { ...base, kind: 'moment', top: 'Date' }
const decimal: Field = { ...base, kind: 'decimal', top: 'Price' }
const anything: Field = { ...base, kind: 'struct', typeName: 'Map', fields: {} }
const inner = struct('class', { class: text })
const listOf = (item: Field): Field => ({ ...base, kind: 'list', item, itemsMax: 20 })

function struct(typeName: string, fields: Fields): Field {
  return { ...base, kind: 'struct', typeName, fields }
}

/**
 * An imported API whose names and types are as awkward as those of real descriptions, and whose
 * descriptions try to break out of comments. It is generated into the SDK of each language beside
 * the served ones, and the scenarios call it: `strange.call`.
 */
export const strangeApi: DocumentedApi = {
  method: 'strange.call',
  title: about,
  description: about,
  category: about,
  notice: false,
  served: null,
  request: {
    class: text,
    '2fa': text,
    a_b: text,
    'a-b': text,
    aB: text,
    numbers: listOf(int64),
    tags: listOf(text),
    when: moment,
    price: decimal,
    flag: { ...base, kind: 'flag' },
    small: { ...base, kind: 'byte' },
    payload: {
      ...base,
      kind: 'json',
      top: 'Json',
      shape: 'any',
      bytesMax: 0,
      depthMax: 9,
      scalarsOnly: false,
      duplicates: 'last',
    },
    anything,
    rows: listOf(
      struct('StrangeRow', { id: int64, when: moment, tags: listOf(text), inner, class: text }),
    ),
    picture: { ...base, kind: 'bytes', bytesMax: 1_000_000 },
  },
  response: {
    class: text,
    body: text,
    code: text,
    numbers: listOf(int64),
    names: listOf(text),
    when: moment,
    price: decimal,
    rows: listOf(struct('StrangeRow', { id: int64, inner })),
    anything,
  },
}
