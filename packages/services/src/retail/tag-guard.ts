import { Refusal } from '@topgate/contracts'
import type { Database } from '@topgate/storage'
import type { AnswerWatch, CallGuard, GuardTools } from '../call-guard.ts'
import { withPhones } from './find-user.ts'
import { type Identifier, identityKey } from './identifiers.ts'
import { type LookupLimits, LookupWindow, MISS_PERCENT, type Person } from './lookup-window.ts'
import { retailSource, type SourceRow } from './tables.ts'
import { NOT_FOUND, type TagAnswer } from './tag-answers.ts'
import { readRequest, type TagCall } from './tag-facts.ts'

/** What tells somebody who tries numbers nothing, or only that a number is not the right one. */
const missCodes: ReadonlySet<string> = new Set([NOT_FOUND, 'IDENTITY_CONFLICT', 'MULTI_ACCOUNT'])
/** Answers that only a user who was found can cause. */
const foundCodes: ReadonlySet<string> = new Set(['USER_REFUSED', 'TAG_REMOVED'])

const unwatched: AnswerWatch = () => {}

/**
 * Stops a source that tries out who is a user: the API answers that by its nature, so all that
 * helps is to ask how often it is asked in vain.
 */
export function createTagGuard(tools: GuardTools): CallGuard {
  const windows = new Map<string, LookupWindow>()
  const sources = tools.directory((code) => findSource(tools.db, code))
  return {
    async admit(call) {
      // The engine gives this guard the calls of its own API alone.
      const { app } = call
      if (app.profile === 'lenient') return unwatched
      const { source: code, identifiers } = readRequest(call as TagCall)
      if (code === undefined || !app.biz_codes.includes(code)) return unwatched
      const source = await sources.find(code)
      const limits = limitsOf(source)
      const person = personOf(source, identifiers)
      const name = `${app.key} ${code}`
      const window = windows.get(name) ?? new LookupWindow()
      windows.set(name, window)
      const waitMs = window.waitMs(person, limits, tools.nowMs())
      if (waitMs > 0) throw limited(waitMs)
      return (answer) => {
        const missed = wasMissed(answer as TagAnswer)
        if (missed === undefined) return
        const reason = window.note(person, missed, limits, tools.nowMs())
        if (reason === undefined) return
        tools.alert('a source of tags is stopped: it seems to try out who is a user', {
          app_key: app.key,
          biz_code: code,
          reason,
        })
      }
    },
  }
}

async function findSource(db: Database, biz_code: string): Promise<SourceRow | undefined> {
  const sql = 'SELECT * FROM retail_source WHERE biz_code = ?'
  return (await db.all(sql, [biz_code], retailSource.columns))[0]
}

function limitsOf(source: SourceRow | undefined): LookupLimits {
  return {
    missPercent: source?.miss_percent ?? MISS_PERCENT,
    peoplePerMinute: source?.people_per_minute ?? null,
  }
}

function personOf(source: SourceRow | undefined, given: readonly Identifier[]): Person {
  const identifiers = source?.isv_user_id_is_phone === 1 ? withPhones(given) : given
  const numbered = identifiers.find(({ kind }) => kind === 'mobile' || kind === 'alipay_user_id')
  return {
    key: identifiers.map(identityKey).join('\n'),
    number: numbered === undefined ? undefined : BigInt(numbered.value),
  }
}

/** Undefined: nobody was looked up. */
function wasMissed({ module, error_infos }: TagAnswer): boolean | undefined {
  if (module?.tag_success === true) return false
  const code = error_infos?.[0]?.sub_error_code ?? ''
  if (missCodes.has(code)) return true
  return foundCodes.has(code) ? false : undefined
}

function limited(waitMs: number): Refusal {
  const waitS = Math.ceil(waitMs / 1000)
  return new Refusal('probe-limited', {
    subMsg: `This ban will last for ${waitS} more seconds`,
    retryAfterS: waitS,
  })
}
