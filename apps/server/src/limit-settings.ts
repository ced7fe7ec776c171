import type { Bilingual } from '@topgate/contracts'

/** A number that an owner may set, between two bounds that nothing can leave. */
export interface LimitSetting {
  /** As a flag and in the settings file; the variable follows from it. */
  readonly name: string
  readonly fallback: number
  readonly min: number
  readonly max: number
  readonly about: Bilingual
  /** What the caller gets above it. */
  readonly answer: string
}

function limit(
  name: string,
  fallback: number,
  [min, max]: readonly [number, number],
  about: Bilingual,
  answer: string,
): LimitSetting {
  return { name, fallback, min, max, about, answer }
}

const KIB = 1024
const MIB = 1024 * KIB

/** The limits of a node (reliability.md section 7). docs/LIMITS.md prints them. */
export const limitSettings = {
  bodyBytesMax: limit(
    'body-bytes-max',
    4 * MIB,
    [64 * KIB, 16 * MIB],
    { zh: '一次调用的请求体字节数', en: 'bytes of the body of a call' },
    'HTTP 413',
  ),
  bodiesBytesMax: limit(
    'bodies-bytes-max',
    64 * MIB,
    [16 * MIB, 512 * MIB],
    {
      zh: '所有超过 64 KiB 的请求体合计占用的字节数',
      en: 'bytes that all bodies over 64 KiB hold together',
    },
    'they are read one after the other',
  ),
  headerBlockBytesMax: limit(
    'header-block-bytes-max',
    16 * KIB,
    [8 * KIB, 64 * KIB],
    { zh: '一个请求的全部请求头字节数', en: 'bytes of all headers of a request' },
    'HTTP 431',
  ),
  headersMsMax: limit(
    'headers-ms-max',
    10_000,
    [1_000, 60_000],
    { zh: '收完请求头的毫秒数', en: 'milliseconds for the head of a request' },
    'HTTP 408',
  ),
  requestMsMax: limit(
    'request-ms-max',
    30_000,
    [1_000, 300_000],
    { zh: '收完整个请求的毫秒数', en: 'milliseconds for a whole request' },
    'HTTP 408',
  ),
  stalledMsMax: limit(
    'stalled-ms-max',
    30_000,
    [1_000, 300_000],
    {
      zh: '有请求的连接停滞不动（如对方不读应答）的毫秒数',
      en: 'milliseconds without progress on a connection with a request, such as an answer not read',
    },
    'the connection closes',
  ),
  sweepMs: limit(
    'sweep-ms',
    2_000,
    [100, 10_000],
    { zh: '检查慢连接的间隔毫秒数', en: 'milliseconds between looks for slow connections' },
    'the next look finds them',
  ),
  keepAliveMsMax: limit(
    'keep-alive-ms-max',
    65_000,
    [1_000, 600_000],
    { zh: '空闲连接保留的毫秒数', en: 'milliseconds that a connection without a request is kept' },
    'it closes',
  ),
  requestsPerSocketMax: limit(
    'requests-per-socket-max',
    10_000,
    [1, 1_000_000],
    { zh: '一条连接上的请求数', en: 'requests on one connection' },
    'it closes',
  ),
  connectionsMax: limit(
    'connections-max',
    2_048,
    [16, 65_536],
    { zh: '本节点同时的连接数', en: 'connections of this node at a time' },
    'new ones close',
  ),
  connectionsPerAddressMax: limit(
    'connections-per-address-max',
    128,
    [1, 65_536],
    {
      zh: '一个地址同时的连接数；本机与可信代理不计',
      en: 'connections of one address at a time; not counted for this machine and trusted proxies',
    },
    'new ones close',
  ),
  sourceRefusalsMax: limit(
    'source-refusals-max',
    600,
    [1, 1_000_000],
    {
      zh: '一个地址每分钟在验签前或验签时失败的调用数',
      en: 'calls of one address that may fail before or at the signature in a minute',
    },
    '7 until that minute ends',
  ),
  nodeInFlightMax: limit(
    'node-in-flight-max',
    2_048,
    [16, 65_536],
    { zh: '本节点同时处理的调用数', en: 'calls under way on this node at a time' },
    '10',
  ),
  appInFlightMax: limit(
    'app-in-flight-max',
    64,
    [1, 65_536],
    {
      zh: '一个应用同时处理的调用数；不限量的应用不计',
      en: 'calls under way of one app at a time; apps without limits: none',
    },
    '7',
  ),
  statisticsInFlightMax: limit(
    'statistics-in-flight-max',
    4,
    [1, 1_024],
    {
      zh: '每个统计类接口同时处理的调用数；不限量的应用不计',
      en: 'calls under way at a time of each API that takes statistics; apps without limits: none',
    },
    '7',
  ),
  queueMax: limit(
    'queue-max',
    2_048,
    [16, 65_536],
    { zh: '等待写入存储的调用数', en: 'writes that wait for the store' },
    '10',
  ),
  queueWaitMsMax: limit(
    'queue-wait-ms-max',
    500,
    [10, 5_000],
    {
      zh: '一次写入预计等待存储的毫秒数',
      en: 'milliseconds that a write is expected to wait for the store',
    },
    '10',
  ),
  drainAnnounceMs: limit(
    'drain-announce-ms',
    5_000,
    [0, 60_000],
    {
      zh: '宣布停机到不再接收调用之间的毫秒数；沙箱中没有',
      en: 'milliseconds between saying that the node stops and taking no more; in a sandbox none',
    },
    'the listeners close',
  ),
  drainMsMax: limit(
    'drain-ms-max',
    25_000,
    [1_000, 300_000],
    {
      zh: '停机时留给未完成调用的毫秒数',
      en: 'milliseconds for what is under way when the node stops',
    },
    'it is cut off',
  ),
} as const satisfies Readonly<Record<string, LimitSetting>>

export type LimitName = keyof typeof limitSettings
export type Limits = Readonly<Record<LimitName, number>>
