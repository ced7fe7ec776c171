import { parseTimestamp, Refusal } from '@topgate/contracts'
import { explainMoment, type Parameters } from '@topgate/protocol'
import type { Gateway } from '../gateway.ts'

/** A captured call can be sent again for this long; the memory of signatures closes the rest. */
export const CLOCK_SKEW_MS_MAX = 10 * 60_000

/** 30 and 31 for the timestamp, then 32 to 34 for the version. */
export function checkTime(parameters: Parameters, gateway: Gateway, nowMs: number): void {
  const timestamp = parameters.get('timestamp')
  if (timestamp === undefined || timestamp === '') throw new Refusal('missing-timestamp')
  const sentMs = parseTimestamp(timestamp)
  if (sentMs === undefined || Math.abs(sentMs - nowMs) > CLOCK_SKEW_MS_MAX) {
    throw new Refusal(
      'invalid-timestamp',
      gateway.sandbox ? { subMsg: explainTimestamp(timestamp, sentMs, nowMs) } : {},
    )
  }
  checkVersion(parameters.get('v'))
}

/** Unreadable, in the wrong zone, or just off: in words that say what to change. */
function explainTimestamp(timestamp: string, sentMs: number | undefined, nowMs: number): string {
  if (sentMs === undefined) {
    return `timestamp ${explainMoment(timestamp.slice(0, 64)) ?? '格式应为 yyyy-MM-dd HH:mm:ss'}`
  }
  const offMs = sentMs - nowMs
  const direction = offMs < 0 ? '慢' : '快'
  const hours = Math.round(offMs / HOUR_MS)
  const looksLikeZone =
    hours !== 0 && Math.abs(hours) <= 14 && Math.abs(offMs - hours * HOUR_MS) <= CLOCK_SKEW_MS_MAX
  if (looksLikeZone) {
    return `timestamp 比北京时间${direction} ${Math.abs(hours)} 小时，请用 GMT+8`
  }
  return `timestamp 比北京时间${direction} ${duration(Math.abs(offMs))}，请校准时钟后用当前北京时间`
}

const HOUR_MS = 60 * 60_000

function duration(ms: number): string {
  if (ms >= 48 * HOUR_MS) return `${Math.floor(ms / (24 * HOUR_MS))} 天`
  if (ms >= 2 * HOUR_MS) return `${Math.floor(ms / HOUR_MS)} 小时`
  return `${Math.floor(ms / 60_000)} 分钟`
}

function checkVersion(version: string | undefined): void {
  if (version === undefined || version === '') throw new Refusal('missing-version')
  if (version === '2.0') return
  throw new Refusal(/^[0-9]\.[0-9]$/.test(version) ? 'unsupported-version' : 'invalid-version')
}
