import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A folder to put first in PATH: programs of these names that write down their arguments and their
 * environment before they become the real ones. What they saw is what a list of processes shows.
 */
export function watchPrograms(
  folder: string,
  names: readonly string[],
): { readonly path: string; seen(): string } {
  const path = join(folder, 'watched')
  const log = join(folder, 'seen')
  mkdirSync(path)
  writeFileSync(log, '')
  for (const name of names) {
    const file = join(path, name)
    // `$0` is the path of the watcher; what is behind it in PATH is the real program.
    writeFileSync(
      file,
      `#!/bin/sh
PATH=\${PATH#*:}
{ echo "program ${name}"; printf 'argument %s\\n' "$@"; cat /proc/self/environ; echo; } >>'${log}'
exec ${name} "$@"
`,
    )
    chmodSync(file, 0o755)
  }
  return { path, seen: () => readFileSync(log, 'utf8') }
}
