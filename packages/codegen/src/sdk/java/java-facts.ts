import type { Retry } from '@topgate/contracts'
import type { SdkApi, SdkError } from '../model.ts'
import { commaLines, quoted } from '../writer.ts'
import { javaBilingual, javaStrings } from './java-text.ts'

/** What the client has to know of an API, as one expression over several lines, without its `;`. */
export function javaFacts(api: SdkApi): string[] {
  return commaLines('new ApiFacts(', ')', [
    [quoted(api.method)],
    [quoted(api.root)],
    [repeatName(api.repeat)],
    [api.deadlineMs === null ? 'null' : `Duration.ofMillis(${api.deadlineMs})`],
    [javaOutcome(api)],
    errorList(api.errors),
  ])
}

/** `List.of(...)` of documented failures. */
export function errorList(errors: readonly SdkError[]): string[] {
  return errors.length === 0 ? ['List.of()'] : commaLines('List.of(', ')', errors.map(knownError))
}

function knownError(error: SdkError): string[] {
  const subCode = error.subCode === null ? 'null' : quoted(error.subCode)
  return commaLines('new KnownError(', ')', [
    [`${error.where === 'answer'}, ${quoted(error.code)}, ${subCode}`],
    [javaBilingual(error.about)],
    [javaBilingual(error.remedy)],
    [`Retry.Kind.${retryName(error.retry)}`],
  ])
}

function javaOutcome({ outcome }: SdkApi): string {
  if (outcome === null) return 'null'
  const { flag, success, code } = outcome
  return `new Outcome(${javaStrings(flag)}, ${quoted(success)}, ${javaStrings(code)})`
}

function repeatName(repeat: SdkApi['repeat']): string {
  switch (repeat) {
    case 'free':
      return 'Repeat.FREE'
    case 'same-bytes':
      return 'Repeat.SAME_BYTES'
    case 'unknown':
      return 'Repeat.UNKNOWN'
    default:
      return repeat satisfies never
  }
}

function retryName(retry: Retry): string {
  switch (retry) {
    case 'never':
      return 'NEVER'
    case 'same-request':
      return 'SAME_REQUEST'
    case 'new-session':
      return 'NEW_SESSION'
    case 'later':
      return 'LATER'
    default:
      return retry satisfies never
  }
}
