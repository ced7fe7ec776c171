import { type Acknowledged, type History, type Met, nameOf } from './history.ts'

/** What is wrong with a history: nothing, if the conversations were lists. */
export function verdict({ acknowledged, met }: History): string[] {
  const sessions = new Set([...acknowledged.map(({ session }) => session), ...met.keys()])
  return [...sessions].flatMap((session) => {
    const said = acknowledged.filter((message) => message.session === session)
    const seen = met.get(session) ?? []
    const troubles = [...missed(said, seen), ...repeated(seen), ...unsaid(said, seen)]
    return [...troubles, ...outOfOrder(seen), ...shuffled(seen)].map(
      (trouble) => `${session}: ${trouble}`,
    )
  })
}

/** Whatever was acknowledged is read, under the id and stamp of the acknowledgement. */
function missed(said: readonly Acknowledged[], seen: readonly Met[]): string[] {
  const found = new Set(seen.map(({ id, stamp }) => `${id} ${stamp}`))
  return said
    .filter(({ id, stamp }) => !found.has(`${id} ${stamp}`))
    .map((message) => `${nameOf(message)} was acknowledged, but never met`)
}

function repeated(seen: readonly Met[]): string[] {
  const names = seen.map(nameOf)
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map(
    (name) => `${name} was met twice`,
  )
}

/** Writers repeat until they are answered, so every message is acknowledged in the end. */
function unsaid(said: readonly Acknowledged[], seen: readonly Met[]): string[] {
  const ids = new Set(said.map(({ id }) => id))
  return seen
    .filter(({ id }) => !ids.has(id))
    .map((message) => `${nameOf(message)} was met as ${message.id}, which nobody was told`)
}

function outOfOrder(seen: readonly Met[]): string[] {
  return seen.flatMap((message, at) => {
    const before = seen[at - 1]
    const isAbove = before === undefined || message.stamp > before.stamp
    return isAbove ? [] : [`stamp ${message.stamp} came after ${before.stamp}`]
  })
}

/** A writer waits for his answer before he goes on, so his messages stand in his order. */
function shuffled(seen: readonly Met[]): string[] {
  const last = new Map<number, number>()
  return seen.flatMap((message) => {
    const before = last.get(message.writer) ?? -1
    last.set(message.writer, message.number)
    return message.number > before ? [] : [`${nameOf(message)} came after ${before}`]
  })
}
