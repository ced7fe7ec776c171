import { type DocumentedApi, documentServed, type Field, userActionSync } from '@topgate/contracts'
import { expect, it } from 'vitest'
import { buildSdkModel } from '../model.ts'
import { curlSdk } from './curl.ts'

function fileOf(api: DocumentedApi, path: string): string {
  const files = curlSdk.generate(buildSdkModel([api], curlSdk.naming, '1.0.0'))
  return files.find((file) => file.path === path)?.text ?? ''
}

const charity = documentServed(userActionSync)

it('the script of an API sends the documented example, every digit and quote of it', () => {
  const script = fileOf(charity, 'apis/alibaba.charity.useraction.sync.sh')
  expect(script).toContain(`'channel_user_action_dto={"activity_id":12345,"event_id":"UNI_9901",`)
  expect(script).toContain(
    `        '    activity_id (integer, required) 活动ID / Activity id; ≥ 1'`,
  )
})

it('nothing in a description leaves its quotes', () => {
  const about = { zh: `'; rm -rf / #\nnext`, en: '$(reboot) `reboot`' }
  const field: Field = { kind: 'text', need: 'optional', about, privacy: 'B', example: `'$x` }
  const api: DocumentedApi = { ...charity, title: about, served: null, request: { a: field } }
  const script = fileOf(api, 'apis/alibaba.charity.useraction.sync.sh')
  expect(script).toContain(`'  a (text) '\\''; rm -rf / # next / $(reboot) \`reboot\`'`)
  expect(script).toContain(`'a='\\''$x'`)
  expect(script).toContain(`# alibaba.charity.useraction.sync: '; rm -rf / # next / $(reboot)`)
})

it('a table never has an empty cell, which a shell would pass over', () => {
  for (const path of ['lib/apis.tsv', 'lib/errors.tsv']) {
    const table = fileOf(charity, path)
    expect(table).toMatch(/^alibaba\.charity\.useraction\.sync\t/m)
    expect(table).not.toMatch(/\t\t|\t$|^\t/m)
  }
})
