import { caps, contentKey, ENDED_ACTIVITY, FORCED_ACTIVITY } from './content.ts'
import {
  type Evidence,
  Fingerprints,
  isSuccess,
  linesById,
  type Story,
  storiesOf,
} from './evidence.ts'
import type { Call } from './history.ts'
import type { Line, LogEntry, Snapshot } from './store.ts'

/**
 * The nine rules of T1. Each reads histories and the store, shares no code with the server, and
 * gives a sentence for every place that breaks it.
 */
export type Rule = (evidence: Evidence) => string[]

export const RECOVERY_MS_MAX = 5_000

export const rules = {
  acknowledgedIsStoredOnce,
  unknownIsStoredAtMostOnce,
  nothingElseIsStored,
  repeatsGetTheFirstAnswer,
  oneContentWins,
  sumsAgree,
  logIsComplete,
  databaseIsSound,
  recoveryIsFast,
} as const satisfies Record<string, Rule>

export type RuleName = keyof typeof rules

/** The rules that the evidence breaks, with what they found. */
export function verdict(evidence: Evidence): Partial<Record<RuleName, string[]>> {
  const broken: Partial<Record<RuleName, string[]>> = {}
  for (const name of Object.keys(rules) as RuleName[]) {
    const violations = rules[name](evidence)
    if (violations.length > 0) broken[name] = violations
  }
  return broken
}

/** Rule 1. 0 lost, 0 doubled, and what is stored is what was acknowledged. */
function acknowledgedIsStoredOnce(evidence: Evidence): string[] {
  return eachPhase(evidence, (stories, lines) => {
    const prints = new Fingerprints(stories, lines)
    return [...stories.values()].flatMap((story) => {
      const [success] = story.successes
      if (success === undefined) return []
      const stored = lines.get(story.event_id) ?? []
      const [line] = stored
      if (line === undefined) return [`${story.event_id} is lost`]
      if (stored.length > 1) return [`${story.event_id} is stored ${stored.length} times`]
      if (prints.fits(line, success.content) && hours(line) === success.answer.charity_hours) {
        return []
      }
      return [`${story.event_id} is stored as ${JSON.stringify(line)}`]
    })
  })
}

/** Rule 2. A call without an answer happened completely or not at all. */
function unknownIsStoredAtMostOnce(evidence: Evidence): string[] {
  return eachPhase(evidence, (stories, lines) => {
    const prints = new Fingerprints(stories, lines)
    return [...stories.values()].flatMap((story) => {
      if (story.successes.length > 0) return []
      const stored = lines.get(story.event_id) ?? []
      if (stored.length > 1) return [`${story.event_id} is stored ${stored.length} times`]
      const isMixed = stored.some(
        (line) => ![...story.contents.values()].some((content) => prints.fits(line, content)),
      )
      return isMixed ? [`${story.event_id} has a content that nobody sent`] : []
    })
  })
}

/** Rule 3. What was refused for good left nothing, and no line came from nowhere. */
function nothingElseIsStored(evidence: Evidence): string[] {
  return eachPhase(evidence, (stories, lines) =>
    [...lines.keys()].flatMap((eventId) => {
      const story = stories.get(eventId)
      if (story === undefined) return [`${eventId} is stored, but nobody sent it`]
      const isRefused = story.calls.every(({ answer }) => answer.kind === 'final')
      return isRefused ? [`${eventId} is stored, but was refused for good`] : []
    }),
  )
}

/** Rule 4. Every answer to an id equals its first one; who did not get one gets it by repeating. */
function repeatsGetTheFirstAnswer({ calls, resends }: Evidence): string[] {
  const all = storiesOf([...calls, ...resends])
  const unlike = [...all.values()].flatMap(({ event_id, successes, calls }) => {
    const winners = new Set(successes.map(({ content }) => contentKey(content)))
    const repeats = calls.filter(({ content }) => winners.has(contentKey(content)))
    const known = repeats.filter(({ answer }) => answer.kind !== 'unknown')
    const answers = new Set(known.map(({ answer }) => JSON.stringify(answer)))
    return answers.size > 1 ? [`${event_id} was answered ${[...answers].join(' and ')}`] : []
  })
  const refused = resends.filter((resend) => !isSuccess(resend) && !isRefusedRightly(resend))
  return [
    ...unlike,
    ...refused.map((call) => `${call.event_id} was resent: ${JSON.stringify(call.answer)}`),
  ]
}

function isRefusedRightly({ content, answer }: Call): boolean {
  return content.activity_id === ENDED_ACTIVITY && answer.kind === 'final'
}

/** Rule 5. Of two contents one wins: all its senders got success, all others 409. */
function oneContentWins(evidence: Evidence): string[] {
  return eachPhase(evidence, (stories, lines) => {
    const prints = new Fingerprints(stories, lines)
    return [...stories.values()].flatMap((story) => {
      const [line] = lines.get(story.event_id) ?? []
      return contentTroubles(story, line, prints)
    })
  })
}

function contentTroubles(story: Story, line: Line | undefined, prints: Fingerprints): string[] {
  const { event_id, successes, calls, contents } = story
  const winners = new Set(successes.map(({ content }) => contentKey(content)))
  if (winners.size > 1) return [`${event_id}: ${winners.size} contents were acknowledged`]
  const conflicts = calls.filter(({ answer }) => answer.kind === 'conflict')
  if (conflicts.length > 0 && line === undefined) return [`${event_id}: 409 against nothing`]
  if (line === undefined || contents.size < 2) {
    return conflicts.length > 0 && contents.size < 2 ? [`${event_id}: 409 against itself`] : []
  }
  return calls.flatMap(({ content, answer }) => {
    if (answer.kind === 'unknown' || content.activity_id === ENDED_ACTIVITY) return []
    const expected = prints.fits(line, content) ? 'success' : 'conflict'
    return answer.kind === expected ? [] : [`${event_id}: ${answer.kind} instead of ${expected}`]
  })
}

/** Rule 6. Counters are sums of lines whenever anyone looks; caps hold; force registers once. */
function sumsAgree({ before, after, wrongSums }: Evidence): string[] {
  return [
    ...wrongSums.map((wrong) => `seen on the way: ${wrong}`),
    ...[before, after].flatMap((snapshot) => [
      ...snapshot.wrongSums,
      ...capTroubles(snapshot),
      ...registrationTroubles(snapshot),
    ]),
  ]
}

const BEIJING_OFFSET_MS = 8 * 60 * 60_000

function capTroubles(snapshot: Snapshot): string[] {
  const used = new Map<string, number>()
  for (const { account, sub_code, happened_ms, minutes } of snapshot.lines) {
    const cap = caps[sub_code]
    if (cap === undefined || minutes === 0) continue
    const day = new Date(Number(happened_ms) + BEIJING_OFFSET_MS).toISOString().slice(0, 10)
    const key = `${account} ${sub_code} ${cap.per === 'day' ? day : day.slice(0, 4)}`
    used.set(key, (used.get(key) ?? 0) + minutes)
  }
  const counted = new Map(
    snapshot.caps.map((cap) => [`${cap.account} ${cap.sub_code} ${cap.period}`, cap.minutes]),
  )
  return [...new Set([...used.keys(), ...counted.keys()])].flatMap((key) => {
    const minutes = used.get(key) ?? 0
    const limit = caps[key.split(' ')[1] ?? '']?.minutes ?? 0
    if (minutes > limit) return [`${key}: ${minutes} minutes, over the cap of ${limit}`]
    if (minutes === counted.get(key)) return []
    return [`${key}: ${minutes} minutes, ${counted.get(key)} counted against the cap`]
  })
}

function registrationTroubles({ lines, registrations }: Snapshot): string[] {
  const needed = new Set(
    lines
      .filter(({ activity_id }) => activity_id === String(FORCED_ACTIVITY))
      .map(({ account, activity_id }) => `${account} ${activity_id} FORCED`),
  )
  const found = registrations.map((row) => `${row.account} ${row.activity_id} ${row.status}`)
  return [
    ...[...needed].filter((key) => !found.includes(key)).map((key) => `${key} is missing`),
    ...found.filter((key) => !needed.has(key)).map((key) => `${key} has no line`),
    ...found.filter((key, index) => found.indexOf(key) !== index).map((key) => `${key} twice`),
  ]
}

/** Rule 7. Who follows the log meets each line once and misses none. */
function logIsComplete({ met, after }: Evidence): string[] {
  const keyOf = ({ id, event_id }: LogEntry) => `${event_id} (${id})`
  const stored = new Set(after.lines.map(keyOf))
  const seen = new Set<string>()
  const strange = met.flatMap((entry) => {
    const key = keyOf(entry)
    if (seen.has(key)) return [`${key} was met twice`]
    seen.add(key)
    return stored.has(key) ? [] : [`${key} was met, but is not stored`]
  })
  const missed = [...stored].filter((key) => !seen.has(key)).map((key) => `${key} was missed`)
  return [...strange, ...missed]
}

/** Rule 8. The database finds nothing wrong with its own files. */
function databaseIsSound({ damage }: Evidence): string[] {
  return [...damage]
}

/** Rule 9. From the kill to the first good answer, without waiting for a processor. */
function recoveryIsFast(evidence: Evidence): string[] {
  return recoveriesOf(evidence).flatMap(({ node, ms }) =>
    ms <= RECOVERY_MS_MAX ? [] : [`node ${node} was away for ${ms} ms`],
  )
}

/**
 * How long each kill kept its node from giving a good answer. A kill during the recovery from
 * another counts from the later one; a node that never came back counts as away for ever.
 */
export function recoveriesOf({ calls, kills }: Evidence): { node: number; ms: number }[] {
  return kills.flatMap(({ node, at_ms, starved_ms }) => {
    const next = kills.find((kill) => kill.node === node && kill.at_ms > at_ms)
    // The history has the calls in the order of their ends.
    const good = calls.find(
      (call) => isSuccess(call) && call.node === node && call.start_ms >= at_ms,
    )
    const first = good?.end_ms ?? Number.POSITIVE_INFINITY
    if (next !== undefined && next.at_ms < first) return []
    return [{ node, ms: Math.round(first - at_ms - starved_ms) }]
  })
}

/** A rule about ids holds when the faults are over, and still after all has been sent again. */
function eachPhase(
  { calls, resends, before, after }: Evidence,
  find: (stories: Map<string, Story>, lines: Map<string, Line[]>) => string[],
): string[] {
  const resent =
    resends.length === 0 ? [] : find(storiesOf([...calls, ...resends]), linesById(after))
  return [...find(storiesOf(calls), linesById(before)), ...resent]
}

/** The sandbox counts an hour as 60 minutes and prints tenths. */
function hours({ minutes }: Line): string {
  return (minutes / 60).toFixed(1)
}
