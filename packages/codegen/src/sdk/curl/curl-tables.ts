import type { SdkApi, SdkError, SdkModel } from '../model.ts'
import { oneLine } from '../writer.ts'

/** Method, session, repeat, deadline in seconds, and the outcome rule; read by `read_facts`. */
export function apiTable(apis: readonly SdkApi[]): string {
  return tableOf(
    apis.map(({ method, session, repeat, deadlineMs, outcome }) => [
      method,
      session === 'required' ? 'yes' : 'no',
      repeat,
      String(Math.ceil((deadlineMs ?? 0) / 1000)),
      outcome?.flag.join('.') ?? '',
      outcome?.success ?? '',
      outcome?.code.join('.') ?? '',
    ]),
  )
}

/** The errors of each API, then those of the platform under `*`; read by `find_error`. */
export function errorTable({ apis, platformErrors }: SdkModel): string {
  return tableOf([
    ...apis.flatMap(({ method, errors }) => errors.map((error) => errorRow(method, error))),
    ...platformErrors.map((error) => errorRow('*', error)),
  ])
}

function errorRow(method: string, { where, code, subCode, retry, remedy }: SdkError): string[] {
  const place = where === 'answer' ? 'answer' : 'refusal'
  return [method, place, code, subCode ?? '', retry, remedy.en, remedy.zh]
}

/** A shell takes two tabs for one: what is empty is a hyphen. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((cell) => oneLine(cell) || '-').join('\t'))
  return lines.map((line) => `${line}\n`).join('')
}
