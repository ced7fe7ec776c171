import { repairedCurl } from '@topgate/codegen'
import {
  callStages,
  formatBeijing,
  platformErrors,
  retryWords,
  stageNames,
} from '@topgate/contracts'
import type { Why } from '@topgate/server'
import { shellWord } from './shell-text.ts'
import { inColumns } from './show/columns.ts'

/** Why a call ended as it did, for people. */
export function describeWhy(why: Why, routerUrl: string): string {
  return [
    ...headOf(why),
    ...storedOf(why),
    ...reasonOf(why),
    ...sentOf(why),
    ...checksOf(why),
    ...stringToSignOf(why),
    ...repairedOf(why, routerUrl),
  ].join('\n')
}

function headOf({ request_id, outcome, call }: Why): string[] {
  const rehearsed = call.dry_run === 1 ? ', a dry run: nothing was stored' : ''
  return [
    `Call ${request_id}: ${outcome}${rehearsed}`,
    ...inColumns([
      ['received', `${formatBeijing(call.received_ms)} Beijing time`],
      ['app', call.app_key || '-'],
      ['method', call.method || '-'],
      ['took', `${(call.duration_us / 1000).toFixed(1)} ms on node ${call.node}`],
    ]),
  ]
}

/** The request id is the id of the row. */
function storedOf({ stored, outcome, call }: Why): string[] {
  if (outcome !== 'success' || call.dry_run === 1) return []
  if (stored === null) {
    return ['', 'It has no row of its own: a query, or the repeat of an earlier call.']
  }
  const { table, ...parts } = stored
  const rows = Object.entries(parts).map(([part, value]) => [part, String(value ?? '-')])
  const command = commandFor(stored)
  return [
    '',
    `It became a row of ${table}`,
    ...inColumns(rows),
    ...(command === undefined ? [] : [`  $ topgate show ${command}`]),
  ]
}

function commandFor(stored: NonNullable<Why['stored']>): string | undefined {
  switch (stored.table) {
    case 'charity_action':
      return `event ${shellWord(stored.event_id)} --channel ${shellWord(stored.channel)}`
    case 'insurance_behavior':
      return stored.flow_id === null ? undefined : `flow ${stored.flow_id}`
    case 'followup_message':
      return `chat ${stored.session_id}`
    case 'house_report':
    case 'retail_tag_event':
      return undefined
    default:
      return stored satisfies never
  }
}

/** A sandbox has already answered the mistake in signing. */
function subMsgOf({ evidence, mistake }: Why): [string, string][] {
  const said = evidence?.sub_msg ?? ''
  return said === '' || said === mistake?.zh ? [] : [['sub_msg', said]]
}

function reasonOf(why: Why): string[] {
  const { advice, error, mistake, evidence, call } = why
  if (advice === null) return []
  const name = error === null ? '' : platformErrors[error].msg
  return [
    '',
    'Why it failed',
    ...inColumns([
      ['error', [call.code || '', name, call.sub_code].join(' ').trim()],
      ['cause', advice.cause.en],
      ...(mistake === null ? [] : [['signing', mistake.en]]),
      ...(evidence?.argument == null ? [] : [['parameter', evidence.argument]]),
      ...subMsgOf(why),
      ['what to do', advice.remedy.en],
      ['sending again', retryWords[advice.retry].en],
    ]),
  ]
}

function sentOf({ evidence, outcome }: Why): string[] {
  if (outcome === 'success') return []
  if (evidence === null) {
    return ['', 'What came in is no longer kept: only the last calls that failed keep it.']
  }
  const { parameters } = evidence
  if (parameters === null) return ['', 'The request could not be read: no parameters.']
  const form = [evidence.verb, evidence.content_type].filter((text) => text !== '').join(' ')
  return [
    '',
    `What came in (${form}), masked`,
    ...inColumns(parameters.map(([name, shown]) => [name, shown === '' ? '(empty)' : shown])),
  ]
}

function checksOf({ passed, refused_by, outcome }: Why): string[] {
  if (outcome === 'success') return []
  return [
    '',
    'The checks',
    ...inColumns(
      stageNames
        .filter((name) => passed.includes(name) || name === refused_by)
        .map((name) => [name === refused_by ? 'refused' : 'passed', callStages[name].en]),
    ),
  ]
}

function stringToSignOf({ string_to_sign }: Why): string[] {
  if (string_to_sign === null) return []
  return [
    '',
    'The text that should be signed (*** stands for the value that you sent; md5 has the secret at',
    'both ends, for hmac and hmac-sha256 it is the key)',
    `  ${string_to_sign}`,
  ]
}

function repairedOf({ repaired, outcome }: Why, routerUrl: string): string[] {
  if (repaired === null) return []
  return [
    '',
    outcome === 'refused'
      ? 'The same call, repaired: paste it into a shell, after export TOP_APP_SECRET=…'
      : 'The same call again: paste it into a shell, after export TOP_APP_SECRET=…',
    ...repaired.changes.map(({ en }) => `  - ${en}`),
    '',
    repairedCurl(repaired, routerUrl),
  ]
}
