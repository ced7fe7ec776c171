import type { Parameters } from '@topgate/protocol'

/** A curl command that sends these parameters as a form; in lines, and safe in a POSIX shell. */
export function curlSample(url: string, parameters: Parameters): string {
  return [
    `curl -X POST ${shellWord(url)}`,
    `-H ${shellWord('Content-Type: application/x-www-form-urlencoded;charset=utf-8')}`,
    ...Array.from(
      parameters,
      ([name, value]) => `--data-urlencode ${shellWord(`${name}=${value}`)}`,
    ),
  ].join(' \\\n  ')
}

/** One word for a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
