import type { Base } from './bases/base.ts'
import type { Case, Op } from './case.ts'
import { CaseRun, type Scene } from './case-run.ts'
import { clientDeeds } from './deeds/client-deeds.ts'
import { crowdDeeds } from './deeds/crowd-deeds.ts'
import type { Deeds } from './deeds/deed.ts'
import { faultDeeds } from './deeds/fault-deeds.ts'
import { flowDeeds } from './deeds/flow-deeds.ts'
import { nodeDeeds } from './deeds/node-deeds.ts'
import { repeatDeeds } from './deeds/repeat-deeds.ts'
import { sessionDeeds } from './deeds/session-deeds.ts'
import { slowDeeds } from './deeds/slow-deeds.ts'
import { stateDeeds } from './deeds/state-deeds.ts'
import { changeApp, setParam } from './draft.ts'
import { batchEdits } from './edits/batch-edits.ts'
import type { Edits } from './edits/edit.ts'
import { httpEdits } from './edits/http-edits.ts'
import { jsonEdits } from './edits/json-edits.ts'
import { parameterEdits } from './edits/parameter-edits.ts'
import { signEdits } from './edits/sign-edits.ts'
import type { Exchange, HttpAnswer } from './exchange.ts'
import { stateFixtures } from './fixtures.ts'
import { OpArguments } from './op-arguments.ts'

/** What a case got. */
export interface Played {
  /** The exchange that counts: the last one. */
  readonly last: Exchange
  readonly tookMs: number
  /** The answers to what was sent before. */
  readonly earlier: readonly HttpAnswer[]
}

const edits: Edits = { ...batchEdits, ...parameterEdits, ...jsonEdits, ...httpEdits, ...signEdits }
const deeds: Deeds = {
  ...clientDeeds,
  ...crowdDeeds,
  ...faultDeeds,
  ...flowDeeds,
  ...nodeDeeds,
  ...repeatDeeds,
  ...sessionDeeds,
  ...slowDeeds,
  ...stateDeeds,
}

/** A state is an op of its own: each needs another hand inside the server. */
export function keyOf({ target, action, name }: Op): string {
  return `${target}.${target === 'state' ? String(name) : action}`
}

/** The state that a fixture of the sandbox is in from the start, if there is one. */
function fixtureFor({ target, name, value }: Op): { app?: string; session?: string } | undefined {
  return target === 'state' ? stateFixtures[`${name}=${JSON.stringify(value)}`] : undefined
}

/** What the runner lacks for a case, such as `client.kill9`; undefined when it can play it. */
export function missingFor(item: Case, base: Base | undefined): string | undefined {
  if (base === undefined) return `base ${item.base}`
  return item.mutation.ops
    .filter((op) => fixtureFor(op) === undefined)
    .map(keyOf)
    .find((key) => edits[key] === undefined && deeds[key] === undefined)
}

/** Its client or its server takes time, as the case says. */
export function isTimed({ mutation }: Case): boolean {
  return mutation.ops.map(keyOf).some((key) => timed.has(key) || sendsMany.test(key))
}

const sendsMany = /^client\.(rate|enumerate)/

const timed: ReadonlySet<string> = new Set([
  ...Object.keys(slowDeeds),
  ...Object.keys(crowdDeeds),
  'client.kill9',
  'state.fault.service_delay_ms',
])

/** The server that a case needs. `nodes`: several on one store. */
export type StageName = 'plain' | 'hurried' | 'killable' | 'nodes'

export function stageNameOf({ mutation }: Case): StageName {
  const keys = new Set(mutation.ops.map(keyOf))
  if (keys.has('client.kill9')) return 'killable'
  if (Object.keys(slowDeeds).some((key) => keys.has(key))) return 'hurried'
  return Object.keys(nodeDeeds).some((key) => keys.has(key)) ? 'nodes' : 'plain'
}

/** Plays a case: its ops in order, then the request itself unless the last op has sent it. */
export async function playCase(item: Case, base: Base, scene: Scene): Promise<Played> {
  const run = await CaseRun.begin(item, base, scene)
  let sent = 0
  try {
    for (const op of item.mutation.ops) {
      sent = run.exchanges.length
      await apply(run, op)
    }
    if (run.exchanges.length === sent) await run.send()
    await scene.afterLast()
  } finally {
    scene.clock.serverOffsetMs = 0
    scene.levers.reset()
    scene.stage.breakStore('none')
    await run.end()
  }
  const last = run.exchanges.at(-1) ?? { answers: [], closed: false }
  const earlier = run.exchanges.slice(0, -1).flatMap(({ answers }) => answers)
  return { last, tookMs: run.lastTookMs, earlier }
}

async function apply(run: CaseRun, op: Op): Promise<void> {
  const fixture = fixtureFor(op)
  if (fixture !== undefined) {
    if (fixture.app !== undefined) changeApp(run.draft, fixture.app)
    if (fixture.session !== undefined) setParam(run.draft, 'session', fixture.session)
    return
  }
  const given = new OpArguments(op)
  // What says which state it is has been read by the choice of the deed.
  if (op.target === 'state') given.text('name')
  const edit = edits[keyOf(op)]
  if (edit !== undefined) edit(run.draft, given, run.fill)
  else await deeds[keyOf(op)]?.(run, given)
  given.assertAllRead()
}
