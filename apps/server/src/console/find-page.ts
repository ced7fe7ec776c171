import type { AuditNote } from '@topgate/services'
import {
  CONSOLE_PATH,
  consolePaths,
  FIND_CHARS_MAX,
  type Finding,
  findPage,
  REASON_CHARS_MAX,
  REASON_CHARS_MIN,
  reportPage,
} from '@topgate/web'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { addressOf } from './kinds/address.ts'
import type { ConsoleStore, Kind } from './kinds/kind.ts'
import { kinds } from './kinds/kinds.ts'
import type { Answer, Visit, Visits } from './visits.ts'

export interface FindOptions {
  readonly store: ConsoleStore
  /** Resolves when the line is durable. */
  note(line: AuditNote): Promise<unknown>
}

/** The search for an id, and the pages of what it finds. */
export function mountFindPage(app: FastifyInstance, visits: Visits, options: FindOptions) {
  app.get(
    consolePaths.find,
    visits.inside(({ context }) => ({ page: findPage(context, kinds) })),
  )
  app.post(
    consolePaths.find,
    visits.inside(async ({ context, form }) => {
      const typed = (form.get('id') ?? '').trim()
      const isPossible = typed !== '' && [...typed].length <= FIND_CHARS_MAX
      const findings = isPossible ? await findAll(options.store, typed) : []
      const [only] = findings
      if (only !== undefined && findings.length === 1) return { goTo: only.href }
      const status = findings.length === 0 ? 404 : 200
      return { page: findPage(context, kinds, findings), status }
    }),
  )
  for (const kind of kinds) mountKind(app, visits, options, kind)
}

async function findAll(store: ConsoleStore, typed: string): Promise<Finding[]> {
  const found = await Promise.all(
    kinds.map(async (kind) =>
      (await kind.find(store, typed)).map(({ ref, label }) => ({
        kind: kind.name,
        label,
        href: addressOf(kind.folder, ref),
      })),
    ),
  )
  return found.flat()
}

function mountKind(app: FastifyInstance, visits: Visits, options: FindOptions, kind: Kind) {
  const address = `${CONSOLE_PATH}/${kind.folder}/:ref`
  app.get(
    address,
    visits.inside((visit) => showMasked(visit, options, kind)),
  )
  if (kind.sealed === undefined) return
  app.post(
    address,
    visits.inside((visit) => showRevealed(visit, options, kind)),
  )
}

async function showMasked(
  { request, context }: Visit,
  { store }: FindOptions,
  kind: Kind,
  isUnfit = false,
): Promise<Answer> {
  const ref = refOf(request)
  const report = await kind.report(store, ref)
  if (report === undefined) return { trouble: 'not-found' }
  const { folder, sealed } = kind
  const masking =
    sealed === undefined
      ? undefined
      : { kind: 'masked' as const, about: sealed.about, action: addressOf(folder, ref), isUnfit }
  return { page: reportPage(context, report, masking), status: isUnfit ? 422 : 200 }
}

/** First the line in the audit, then the content: nothing is read that left no trace. */
async function showRevealed(visit: Visit, options: FindOptions, kind: Kind): Promise<Answer> {
  const { request, context, session, form } = visit
  const reason = (form.get('reason') ?? '').trim()
  const characters = [...reason].length
  if (characters < REASON_CHARS_MIN || characters > REASON_CHARS_MAX) {
    return showMasked(visit, options, kind, true)
  }
  const ref = refOf(request)
  if ((await kind.report(options.store, ref)) === undefined) return { trouble: 'not-found' }
  await options.note({
    act: 'read',
    session: session.name,
    object: `${kind.folder}/${ref}`,
    reason,
  })
  const report = await kind.sealed?.reveal(options.store, ref, reason)
  if (report === undefined) return { trouble: 'not-found' }
  return { page: reportPage(context, report, { kind: 'unmasked' }) }
}

function refOf(request: FastifyRequest): string {
  return (request.params as { readonly ref?: string }).ref ?? ''
}
