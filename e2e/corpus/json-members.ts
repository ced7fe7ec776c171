/** The members of a JSON object in order, each value as its own text, so that no digit is lost. */
export type Members = Map<string, string>

const text = /"(?:[^"\\]|\\.)*"/

export function membersOf(json: string): Members {
  const members: Members = new Map()
  for (const part of splitAtCommas(json.trim().slice(1, -1))) {
    const name = text.exec(part)?.[0] ?? ''
    members.set(JSON.parse(name), part.slice(part.indexOf(name) + name.length).replace(/^\s*:/, ''))
  }
  return members
}

export function objectOf(members: Members): string {
  return `{${[...members].map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`
}

/** Cuts at the commas that are neither in a string nor inside another value. */
function splitAtCommas(list: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (const { 0: token, index } of list.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},]/g)) {
    if (token === '[' || token === '{') depth += 1
    if (token === ']' || token === '}') depth -= 1
    if (token === ',' && depth === 0) {
      parts.push(list.slice(start, index))
      start = index + 1
    }
  }
  const last = list.slice(start)
  return last.trim() === '' ? parts : [...parts, last]
}
