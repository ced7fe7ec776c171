import { ProtocolError, showName } from './protocol-error.ts'

// A byte order mark stays in the text: removed, two different bodies would read the same.
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Decodes UTF-8 exactly or throws a {@link ProtocolError} `encoding`, which names the parameter
 * when one is given; nothing is ever replaced.
 */
export function decodeUtf8(bytes: Uint8Array, parameter?: string): string {
  try {
    return strictDecoder.decode(bytes)
  } catch {
    const where = parameter === undefined ? '' : ` in parameter ${showName(parameter)}`
    throw new ProtocolError('encoding', `bytes that are not UTF-8${where}`)
  }
}
