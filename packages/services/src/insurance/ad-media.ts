/** What a landing URL can say. Members are named as the sample of the page names its keys. */
export interface AdFacts {
  readonly adid?: string
  readonly creativeid?: string
  readonly creativetype?: string
  readonly channel_code?: string
  readonly channel_source?: string
  readonly goods_code?: string
  readonly isee_tap?: string
  readonly sign?: string
  readonly version?: string
  /** The medium whose own name of the click token was used. */
  readonly platform?: string
  /** Host and path, without the query. */
  readonly landing?: string
}

export type AdField = Exclude<keyof AdFacts, 'platform' | 'landing'> | 'click_id'

interface Reading {
  readonly field: AdField
  readonly platform?: string
}

/**
 * How each medium names what it fills in; a new medium is a new line. Keys as `plainKey` spells
 * them: lower case, without `_`, `-` and `.`.
 */
export const readings: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['clickid', { field: 'click_id' }],
  ['gdtvid', { field: 'click_id', platform: 'TENCENT_ADS' }],
  ['qzgdt', { field: 'click_id', platform: 'TENCENT_ADS' }],
  ['bdvid', { field: 'click_id', platform: 'BAIDU' }],
  ['ttclid', { field: 'click_id', platform: 'TIKTOK' }],
  ['gclid', { field: 'click_id', platform: 'GOOGLE' }],
  ['msclkid', { field: 'click_id', platform: 'MICROSOFT' }],
  ['fbclid', { field: 'click_id', platform: 'META' }],
  ['adid', { field: 'adid' }],
  ['aid', { field: 'adid' }],
  ['creativeid', { field: 'creativeid' }],
  ['cid', { field: 'creativeid' }],
  ['creativetype', { field: 'creativetype' }],
  ['ctype', { field: 'creativetype' }],
  ['channelcode', { field: 'channel_code' }],
  ['channelsource', { field: 'channel_source' }],
  ['goodscode', { field: 'goods_code' }],
  ['iseetap', { field: 'isee_tap' }],
  ['sign', { field: 'sign' }],
  ['version', { field: 'version' }],
])
