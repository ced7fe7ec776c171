import {
  catalogue,
  type DocumentedApi,
  documentServed,
  type Fields,
  userActionSync,
} from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { codeSample } from './index.ts'

const charity = documentServed(userActionSync)

describe('a sample', () => {
  it.each([
    ['JAVA', 'obj1.setCharityTimestamp(StringUtils.parseDateTime("2019-08-08 12:00:00"));'],
    ['JAVA', 'obj1.setActivityId(12345L);'],
    ['.NET', 'obj1.CharityTimestamp = DateTime.Parse("2019-08-08 12:00:00");'],
    ['.NET', 'req.ChannelUserActionDto_ = obj1;'],
    ['PHP', "$obj1->feeling = '公益感言';"],
    ['PHP', '$obj1->activity_id = 12345;'],
    ['PHP', '$obj1->fore_reg_activity = false;'],
    ['PHP', '$req->setChannelUserActionDto(json_encode($obj1));'],
    ['Python', 'req = top.api.AlibabaCharityUseractionSyncRequest(url, port)'],
    ['C/C++', 'set_api_name(pRequest, "alibaba.charity.useraction.sync");'],
    ['NodeJS', "client.execute('alibaba.charity.useraction.sync', {"],
  ] as const)('in %s has the line %s', (language, line) => {
    expect(codeSample(charity, language).split('\n')).toContain(line)
  })

  it('keeps all digits of a 64-bit number, in every language', () => {
    const behaviour = catalogue.find(({ method }) => method.includes('behavior'))
    if (behaviour === undefined) throw new Error('no such API')
    for (const language of ['JAVA', '.NET', 'PHP', 'Python', 'C/C++', 'NodeJS'] as const) {
      expect(codeSample(documentServed(behaviour), language)).toContain('1800001886002007960')
    }
  })

  it('cannot be broken out of by what stands in an example', () => {
    const example = `"'\\$x\n`
    const field = {
      kind: 'text',
      need: 'required',
      about: { zh: '', en: '' },
      privacy: 'B',
      example,
    } as const
    const api: DocumentedApi = { ...charity, request: { a: field } }
    expect(codeSample(api, 'JAVA')).toContain(`req.setA(${JSON.stringify(example)});`)
    expect(codeSample(api, 'PHP')).toContain(`$req->setA('"\\'\\\\$x\n');`)
    expect(codeSample(api, 'NodeJS')).toContain(`  a: '"\\'\\\\$x\\n',`)
  })

  it('names what the SDK names otherwise as the SDK does', () => {
    const about = { zh: '', en: '' }
    const base = { need: 'required', about, privacy: 'B' } as const
    const text = { ...base, kind: 'text', example: 'x' } as const
    const struct = (fields: Fields) =>
      ({ ...base, kind: 'struct', typeName: 'list', fields }) as const
    const request = { 'a-b': struct({ c: text }), a_b: struct({ class: text }), from: text }
    const api: DocumentedApi = { ...charity, request }
    const php = codeSample(api, 'PHP').split('\n')
    expect(php).toEqual(
      expect.arrayContaining([
        '$obj1 = new List_;',
        '$req->setAB(json_encode($obj1));',
        '$obj2 = new List_2;',
        "$obj2->class = 'x';",
        '$req->setAB2(json_encode($obj2));',
      ]),
    )
    expect(codeSample(api, 'Python').split('\n')).toEqual(
      expect.arrayContaining(['req.a_b2 = "{\\"class\\":\\"x\\"}"', 'req.from_ = "x"']),
    )
  })

  it('in JAVA and .NET names what the SDK names otherwise as the SDK does', () => {
    const base = { need: 'required', about: { zh: '', en: '' }, privacy: 'B' } as const
    const text = { ...base, kind: 'text', example: 'x' } as const
    const struct = (fields: Fields) =>
      ({ ...base, kind: 'struct', typeName: 'list', fields }) as const
    const tags = { ...base, kind: 'list', item: text, itemsMax: 9 } as const
    const request = { 'a-b': struct({ class: text, tags }), a_b: struct({ x: text }), tags }
    const api: DocumentedApi = { ...charity, request: { ...request, map: struct({}) } }
    const name = 'AlibabaCharityUseractionSyncRequest'
    expect(codeSample(api, 'JAVA').split('\n').slice(2, -2)).toEqual([
      `${name}.List_ obj1 = new ${name}.List_();`,
      'obj1.setClass_("x");',
      'obj1.setTags(Arrays.asList("x"));',
      'req.setAB(obj1);',
      `${name}.List_2 obj2 = new ${name}.List_2();`,
      'obj2.setX("x");',
      'req.setAB2(obj2);',
      'req.setTags("x");',
      'req.setMap("{}");',
    ])
    expect(codeSample(api, '.NET').split('\n').slice(2, -2)).toEqual([
      `${name}.ListDomain obj1 = new ${name}.ListDomain();`,
      'obj1.Class = "x";',
      'obj1.Tags = new List<string> { "x" };',
      'req.AB_ = obj1;',
      `${name}.ListDomain2 obj2 = new ${name}.ListDomain2();`,
      'obj2.X = "x";',
      'req.AB2_ = obj2;',
      'req.Tags = "x";',
      'req.Map = "{}";',
    ])
  })

  it('in JAVA and .NET says why there is none of an API that no SDK can have', () => {
    const base = { need: 'required', about: { zh: '', en: '' }, privacy: 'B' } as const
    const request = { 名: { ...base, kind: 'text' } } as const
    for (const language of ['JAVA', '.NET'] as const) {
      expect(codeSample({ ...charity, request }, language)).toBe(
        '// alibaba.charity.useraction.sync, field request.名: the name has no letter or digit of ASCII',
      )
    }
  })

  it('fills lists of structs by their own variable', () => {
    const item = charity.request.channel_user_action_dto
    if (item?.kind !== 'struct') throw new Error('not a struct')
    const about = { zh: '', en: '' }
    const api: DocumentedApi = {
      ...charity,
      request: {
        rows: { kind: 'list', need: 'required', about, privacy: 'B', itemsMax: 9, item },
      },
    }
    const java = codeSample(api, 'JAVA')
    expect(java).toContain('list1.add(obj2);')
    expect(java).toContain('req.setRows(list1);')
  })
})
