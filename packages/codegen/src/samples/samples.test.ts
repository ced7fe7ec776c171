import { catalogue, type DocumentedApi, documentServed, userActionSync } from '@topgate/contracts'
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
