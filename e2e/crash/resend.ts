import { Agent } from 'node:http'
import { CLIENTS, type Target } from './client.ts'
import type { Content } from './content.ts'
import { Fingerprints, linesById, type Story, storiesOf } from './evidence.ts'
import type { Call } from './history.ts'
import { sendAction } from './send-action.ts'
import type { Snapshot } from './store.ts'

const TRIES_MAX = 3

/**
 * Sends every acknowledged and every unknown id again, twice, as callers are told to do. A call
 * that says nothing is repeated a few times; the last answer stands.
 */
export async function resendAll(
  targets: readonly Target[],
  calls: readonly Call[],
  before: Snapshot,
): Promise<Call[]> {
  const stories = storiesOf(calls)
  const lines = linesById(before)
  const prints = new Fingerprints(stories, lines)
  const due = [...stories.values()].flatMap((story) => {
    const content = contentOf(story, lines.get(story.event_id)?.[0], prints)
    return content === undefined ? [] : [{ event_id: story.event_id, content }]
  })
  const agent = new Agent({ keepAlive: true })
  const resends: Call[] = []
  for (let round = 0; round < 2; round += 1) {
    const queue = due.values()
    const clients = Array.from({ length: CLIENTS }, async (_, client) => {
      for (const { event_id, content } of queue) {
        resends.push(await resend(targets, agent, client, event_id, content))
      }
    })
    await Promise.all(clients)
  }
  agent.destroy()
  return resends
}

/** Undefined for an id that was only ever refused for good. */
function contentOf(
  { calls, successes, contents }: Story,
  line: Snapshot['lines'][number] | undefined,
  prints: Fingerprints,
): Content | undefined {
  if (successes[0] !== undefined) return successes[0].content
  if (!calls.some(({ answer }) => answer.kind === 'unknown')) return undefined
  const stored = line && [...contents.values()].find((content) => prints.fits(line, content))
  return stored ?? calls[0]?.content
}

async function resend(
  targets: readonly Target[],
  agent: Agent,
  client: number,
  event_id: string,
  content: Content,
): Promise<Call> {
  for (let attempt = 0; ; attempt += 1) {
    const node = (client + attempt) % targets.length
    const start_ms = performance.now()
    const answer = await sendAction(targets[node]?.url ?? '', agent, event_id, content)
    const end_ms = performance.now()
    if (answer.kind !== 'unknown' || attempt === TRIES_MAX) {
      const operation = 'resend'
      return { client, node, start_ms, end_ms, operation, event_id, content, answer }
    }
  }
}
