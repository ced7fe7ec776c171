import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isJsonObject, type JsonValue } from '@topgate/contracts'
import { parseJson, writeJson } from '@topgate/protocol'
import type { CallResult, Scenario } from './scenarios.ts'
import { vectorsDir } from './scenarios.ts'
import type { SeenRequest } from './strange-server.ts'

/** Timers of clients may fire a little early. */
const EARLY_MS = 15

/** What is wrong with the result of a scenario and with what the server saw; empty: nothing. */
export function judge(
  scenario: Scenario,
  result: unknown,
  requests: readonly SeenRequest[],
): string[] {
  return [...judgeResult(scenario.result, result), ...judgeRequests(scenario, requests)]
}

/** The `fields.anything` of the strange call is JSON, which each language writes in its own way. */
function judgeResult(expected: CallResult, result: unknown): string[] {
  const [wanted, got] = [comparable(expected), comparable(result)]
  return wanted === got ? [] : [`expected ${wanted}`, `got      ${got}`]
}

function comparable(value: unknown): string {
  const sorted = (part: unknown): unknown => {
    if (typeof part === 'string') return /^[[{]/.test(part) ? sameJson(part) : part
    if (typeof part !== 'object' || part === null) return part
    const members = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]))
  }
  return JSON.stringify(sorted(value))
}

function judgeRequests({ seen, gateway }: Scenario, requests: readonly SeenRequest[]): string[] {
  if (gateway !== undefined) return []
  const first = requests[0]
  const last = requests.at(-1)
  if (first === undefined || last === undefined) return ['the server saw no request']
  const problems: string[] = []
  const check = (holds: boolean, problem: () => string) => {
    if (!holds) problems.push(problem())
  }
  for (const { problem, isSigned } of requests) {
    check(problem === undefined, () => `unreadable request: ${problem}`)
    check(isSigned, () => 'the signature is wrong')
  }
  const tries = requests.length
  check(seen?.tries === undefined || tries === seen.tries, () => `${tries} tries`)
  check(tries >= (seen?.triesMin ?? 1), () => `only ${tries} tries`)
  const connections = new Set(requests.map(({ connection }) => connection)).size
  check((seen?.connections ?? connections) === connections, () => `${connections} connections`)
  const raws = new Set(requests.map(({ raw }) => raw)).size
  check(seen?.sameBytes !== true || raws === 1, () => 'the tries differ')
  seen?.waitsMsMin?.forEach((waitMs, at) => {
    // From when the answer began: its end is told late on a busy machine. These answers are at once.
    const waited = (requests[at + 1]?.startedMs ?? 0) - (requests[at]?.startedMs ?? 0)
    check(waited >= waitMs - EARLY_MS, () => `waited ${waited} ms before try ${at + 2}`)
  })
  const took = (last.endedMs ?? Number.POSITIVE_INFINITY) - first.startedMs
  check(took <= (seen?.endedMsMax ?? Number.POSITIVE_INFINITY), () => `took ${took} ms`)
  const sent = last.bytesSent
  check(sent <= (seen?.bytesSentMax ?? sent), () => `the client took ${sent} bytes`)
  for (const [name, value] of Object.entries(seen?.sent ?? {})) {
    const arrived = first.parameters.get(name)
    check(sameText(value, arrived), () => `${name} arrived as ${arrived}`)
  }
  for (const name of seen?.absent ?? []) {
    check(!first.parameters.has(name), () => `${name} was sent`)
  }
  for (const [name, file] of Object.entries(seen?.files ?? {})) {
    const arrived = first.files.find((candidate) => candidate.name === name)
    check(
      arrived?.filename === file.filename && arrived.bytesHex === file.bytesHex,
      () => `file ${name} arrived as ${JSON.stringify(arrived)}`,
    )
  }
  return problems
}

function sameText(expected: string, arrived: string | undefined): boolean {
  if (arrived === undefined || !/^[[{]/.test(expected)) return expected === arrived
  return sameJson(expected) === sameJson(arrived)
}

/** JSON in one way of writing: members by their names, compact. */
function sameJson(text: string): string {
  const parsed = parseJson(text)
  return 'problem' in parsed ? text : writeJson(sortMembers(parsed.value))
}

function sortMembers(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortMembers)
  if (value === null || !isJsonObject(value)) return value
  const members = [...value].sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(members.map(([name, member]) => [name, sortMembers(member)]))
}

type Rows = Readonly<Record<string, string>>

/** The four lines that need no server: what each has to hold. */
export function expectedVectors(): ReadonlyMap<string, Rows> {
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(join(vectorsDir, `${file}.json`), 'utf8'))
  const signing = read('signing') as { vectors: { id: string; signs: Rows }[] }
  const dates = read('dates') as {
    read: { text: string; epochMs: string | null }[]
    write: { text: string; epochMs: string }[]
  }
  const int64 = read('int64') as { vectors: { json: string; value: string | null }[] }
  const json = read('json') as { accepted: { text: string; same: string }[]; refused: string[] }
  return new Map([
    [
      'signing',
      Object.fromEntries(
        signing.vectors.flatMap(({ id, signs }) =>
          Object.entries(signs).map(([method, sign]) => [`${id} ${method}`, sign]),
        ),
      ),
    ],
    [
      'dates',
      Object.fromEntries([
        ...dates.read.map(({ text, epochMs }) => [`read ${text}`, epochMs ?? 'none']),
        ...dates.write.map(({ text, epochMs }) => [`write ${epochMs}`, text]),
      ]),
    ],
    [
      'int64',
      Object.fromEntries(int64.vectors.map((vector) => [vector.json, vector.value ?? 'none'])),
    ],
    [
      'json',
      Object.fromEntries([
        ...json.accepted.map(({ text, same }) => [text, same]),
        ...json.refused.map((text) => [text, 'refused']),
      ]),
    ],
  ])
}

/** What is wrong with one of these lines. */
export function judgeVectors(expected: Rows, result: Rows): string[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(result)])
  return [...names].flatMap((name) => {
    const [wanted, got] = [expected[name], result[name]]
    if (wanted === got || (wanted !== undefined && sameText(wanted, got))) return []
    return [`${JSON.stringify(name)}: expected ${wanted}, got ${got}`]
  })
}
