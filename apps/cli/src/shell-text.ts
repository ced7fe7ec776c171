import type { Parameters } from '@topgate/protocol'

/** One word for a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** A curl command that sends these parameters as a form; one parameter a line, ready to paste. */
export function curlCommand(url: string, parameters: Parameters): string {
  const lines = Array.from(
    parameters,
    ([name, value]) => `  --data-urlencode ${shellWord(`${name}=${value}`)}`,
  )
  return [`curl -s ${shellWord(url)}`, ...lines].join(' \\\n')
}
