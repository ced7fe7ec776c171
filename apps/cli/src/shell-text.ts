import type { Parameters } from '@topgate/protocol'

/** One word for a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** A curl command that sends these parameters as a form: one line, so that it pastes anywhere. */
export function curlCommand(url: string, parameters: Parameters): string {
  const words = Array.from(
    parameters,
    ([name, value]) => `--data-urlencode ${shellWord(`${name}=${value}`)}`,
  )
  return [`curl -s ${shellWord(url)}`, ...words].join(' ')
}
