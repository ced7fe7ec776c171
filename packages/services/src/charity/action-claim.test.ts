import { openVault } from '@topgate/storage'
import { describe, expect, it } from 'vitest'
import { claimOf, type UserAction } from './action-claim.ts'
import { actionCall, json, plainAction, sampleAction, vault } from './charity-testing.ts'

function hashOf(action: UserAction, changes: Partial<UserAction> = {}): string {
  const claim = claimOf(actionCall({ ...action, ...changes }), vault)
  return Buffer.from(claim?.contentHash ?? []).toString('hex')
}

describe('the content hash', () => {
  it('has 16 bytes', () => {
    expect(hashOf(sampleAction)).toMatch(/^[0-9a-f]{32}$/)
  })

  it.each<[string, Partial<UserAction>]>([
    ['activity_id', { activity_id: 12346n }],
    ['tb_user_id', { tb_user_id: 12346n }],
    ['no tb_user_id', { tb_user_id: undefined }],
    ['third_user_key', { third_user_key: '124' }],
    ['no third_user_key', { third_user_key: undefined }],
    ['charity_timestamp', { charity_timestamp: sampleAction.charity_timestamp + 1000 }],
    ['timestamp_long', { timestamp_long: 12346n }],
    ['no timestamp_long', { timestamp_long: undefined }],
    ['charity_type_sub_code', { charity_type_sub_code: 'WALK_ONCE' }],
    ['fore_reg_activity', { fore_reg_activity: true }],
    ['features_map', { features_map: json('{"city":"杭州"}') }],
    ['ori_content', { ori_content: json('{ }') }],
    ['no ori_content', { ori_content: undefined }],
    ['version', { version: '1' }],
    ['no version', { version: undefined }],
  ])('changes with %s', (_name, changes) => {
    expect(hashOf(sampleAction, changes)).not.toBe(hashOf(sampleAction))
  })

  it('leaves the words of the user out', () => {
    expect(hashOf(sampleAction, { feeling: 'other' })).toBe(hashOf(sampleAction))
    expect(hashOf(sampleAction, { feeling: undefined })).toBe(hashOf(sampleAction))
  })

  it.each<[string, Partial<UserAction>]>([
    ['features_map {}', { features_map: json('{}') }],
    ['features_map empty', { features_map: { text: '', value: new Map() } }],
    ['fore_reg_activity false', { fore_reg_activity: false }],
    ['third_user_key empty', { third_user_key: '' }],
    ['charity_type_sub_code empty', { charity_type_sub_code: '' }],
    ['version empty', { version: '' }],
    ['ori_content empty', { ori_content: { text: '', value: null } }],
  ])('takes %s as absent', (_name, changes) => {
    expect(hashOf(plainAction, changes)).toBe(hashOf(plainAction))
  })

  it('does not mix up what stands in which field', () => {
    const none = { third_user_key: undefined, version: undefined, ori_content: undefined }
    const variants = [
      { ...none, charity_type_sub_code: 'null' },
      { ...none, charity_type_sub_code: undefined },
      { ...none, charity_type_sub_code: undefined, version: 'null' },
      { ...none, charity_type_sub_code: '2', version: '' },
      { ...none, charity_type_sub_code: '', version: '2' },
      { ...none, ori_content: json('{"a":"\\"],[\\""}') },
    ]
    expect(new Set(variants.map((changes) => hashOf(sampleAction, changes))).size).toBe(6)
  })

  it('is of no use to who guesses a user without the key', () => {
    const other = openVault({ masterKey: new Uint8Array(32).fill(1) })
    const claim = claimOf(actionCall(sampleAction), other)
    expect(Buffer.from(claim?.contentHash ?? []).toString('hex')).not.toBe(hashOf(sampleAction))
  })
})

describe('claimOf', () => {
  it('is null for an app that acts for no channel', () => {
    expect(claimOf(actionCall(sampleAction, { channel: null }), vault)).toBeNull()
  })

  it('keeps every id of a person as a keyed tag', () => {
    const action = { ...plainAction, third_user_key: 'bank-张三-01' }
    const claim = claimOf(actionCall(action), vault)
    expect(claim?.userAccount).toMatch(/^u:[\w-]{22}$/)
    expect(claim?.keyTag).toMatch(/^[\w-]{22}$/)
    expect(JSON.stringify(claim)).not.toMatch(/2201234567890|张三/)
  })

  it('keeps the same key of two channels apart', () => {
    const action = { ...plainAction, third_user_key: '123' }
    const [one, two] = ['CH_A', 'CH_B'].map((channel) =>
      claimOf(actionCall(action, { channel }), vault),
    )
    expect(one?.keyTag).not.toBe(two?.keyTag)
    expect(one?.userAccount).toBe(two?.userAccount)
  })

  it('trusts the contract that there is a user', () => {
    const nobody = { ...plainAction, tb_user_id: undefined }
    expect(() => claimOf(actionCall(nobody), vault)).toThrow('one of the two user ids')
  })
})
