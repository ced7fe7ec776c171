import { readForm } from './form.ts'
import type { ParameterCollector, Parameters } from './parameters.ts'
import { ProtocolError } from './protocol-error.ts'

/** Calls in one batch. Each counts for the limits of its app. */
export const BATCH_ELEMENTS_MAX = 20
export const SEPARATOR_CHARS_MAX = 16

const DEFAULT_SEPARATOR = '\r\n-S-\r\n'
/** In front of the first element: the parameters that all calls share. */
const SHARED_MARK = '#PUBLIC#'
/** What an element without parameters is written as. */
const NO_PARAMETERS = 'N'

/** A batch body, cut up and not read yet. */
export interface BatchBody {
  readonly shared: string
  /** One more than {@link BATCH_ELEMENTS_MAX} when there are too many; the rest is not cut up. */
  readonly elements: readonly string[]
}

/** Characters that no encoder leaves in an urlencoded text and no writer puts between values. */
const KEY_CHARS = '$@^|`'
const separatorForm = /^[!$%()*@^|~`]{1,16}$/
/** A key character, or a percent sign that cannot begin an escape. */
const separatorKey = /[$@^|`]|%(?=.)/

/**
 * The text between two elements: the default, or what the header `top-api-separator` announces. It
 * is literal text, never a pattern, and of an alphabet that can occur in no element, so that another
 * separator on a captured batch never cuts it into other calls: the header is not signed.
 */
export function batchSeparator(header: string | undefined): string {
  if (header === undefined) return DEFAULT_SEPARATOR
  if (separatorForm.test(header) && separatorKey.test(header)) return header
  throw new ProtocolError(
    'parameter',
    `top-api-separator: 1 to ${SEPARATOR_CHARS_MAX} of the characters !$%()*@^|~\`, one of them ` +
      `of ${KEY_CHARS} or a % that is not the last`,
  )
}

/** Cuts the body of a batch into the text that all share and one text for each call. */
export function splitBatch(body: string, separator: string): BatchBody {
  const elements = body.split(separator, BATCH_ELEMENTS_MAX + 2)
  const [first = ''] = elements
  if (!first.startsWith(SHARED_MARK)) return { shared: '', elements }
  return { shared: first.slice(SHARED_MARK.length), elements: elements.slice(1) }
}

/** What could be a separator, were it announced: line ends and the key characters. */
const unescaped = /[\r\n$@^|`]/

/** Reads the urlencoded parameters of one element, or those that all share. */
export function readBatchText(text: string, into: ParameterCollector): void {
  if (text === NO_PARAMETERS) return
  const found = unescaped.exec(text)
  if (found !== null) {
    const code = found[0].charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()
    throw new ProtocolError('parameter', `a batch element escapes this character as %${code}`)
  }
  readForm(text, into)
}

/** Own parameters of an element replace those that all share. */
export function mergeParameters(...layers: readonly Parameters[]): Parameters {
  return new Map(layers.flatMap((layer) => [...layer]))
}

/**
 * The answers as one text. A separator inside an answer is escaped: it can only stand in a value,
 * and no writer leaves a bare carriage return.
 */
export function joinAnswers(
  answers: readonly string[],
  separator: string,
  form: 'json' | 'xml',
): string {
  return answers.map((answer) => escapeSeparator(answer, separator, form)).join(separator)
}

function escapeSeparator(answer: string, separator: string, form: 'json' | 'xml'): string {
  if (!answer.includes(separator)) return answer
  const [key = ''] = separatorKey.exec(separator) ?? []
  const code = key.charCodeAt(0)
  const escaped = form === 'xml' ? `&#${code};` : `\\u${code.toString(16).padStart(4, '0')}`
  return answer.replaceAll(key, escaped)
}
