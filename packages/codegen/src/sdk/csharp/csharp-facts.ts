import type { Retry } from '@topgate/contracts'
import type { SdkApi, SdkError } from '../model.ts'
import { commaLines, quoted } from '../writer.ts'
import { csharpBilingual } from './csharp-text.ts'

/** What the client has to know of an API, as one expression over several lines, without its `;`. */
export function csharpFacts(api: SdkApi): string[] {
  return commaLines('new ApiFacts(', ')', [
    [quoted(api.method)],
    [quoted(api.root)],
    [`Repeat.${repeatName(api.repeat)}`],
    [api.deadlineMs === null ? 'null' : `TimeSpan.FromMilliseconds(${api.deadlineMs})`],
    [csharpOutcome(api)],
    ...api.errors.map(knownError),
  ])
}

export function knownError(error: SdkError): string[] {
  const subCode = error.subCode === null ? 'null' : quoted(error.subCode)
  return commaLines('new KnownError(', ')', [
    [`${error.where === 'answer'}, ${quoted(error.code)}, ${subCode}`],
    [csharpBilingual(error.about)],
    [csharpBilingual(error.remedy)],
    [`RetryKind.${retryName(error.retry)}`],
  ])
}

function csharpOutcome({ outcome }: SdkApi): string {
  if (outcome === null) return 'null'
  const { flag, success, code } = outcome
  const values = [flag.join('.'), success, code.join('.')].map(quoted)
  return `new ApiOutcome(${values.join(', ')})`
}

function repeatName(repeat: SdkApi['repeat']): string {
  switch (repeat) {
    case 'free':
      return 'Free'
    case 'same-bytes':
      return 'SameBytes'
    case 'unknown':
      return 'Unknown'
    default:
      return repeat satisfies never
  }
}

function retryName(retry: Retry): string {
  switch (retry) {
    case 'never':
      return 'Never'
    case 'same-request':
      return 'SameRequest'
    case 'new-session':
      return 'NewSession'
    case 'later':
      return 'Later'
    default:
      return retry satisfies never
  }
}
