import type { App, Limited, LimitScope, Quotas } from '../ports.ts'
import { Limiter, type Rates, type UsedBefore } from './limiter.ts'
import { type Shares, wholeLimits } from './shares.ts'

/** The limits of one API over all apps. */
export interface ApiLimits extends Rates {
  /** Of each user, whichever app he uses. */
  readonly perUser: Rates
}

/** What the store knows about limits, at hand without waiting. */
export interface KnownLimits {
  readonly usedBefore: UsedBefore
  /** Undefined: the API has none. */
  apiLimits(method: string): ApiLimits | undefined
}

/** The calls of one name on one Beijing day, to be added to the store. */
export interface DailyUse {
  /** An app key, or what `nameOf…` below makes. */
  readonly app_key: string
  readonly day: number
  readonly calls: number
}

/** Users whose calls are counted; when there are more, the older half starts anew. */
const USERS_MAX = 10_000

/**
 * Limits per second, minute and Beijing day, in this process. A call takes from every limit that it
 * falls under, or, when one of them is used up, from none: refused calls do not count. The counts of
 * the day are handed out to be stored, so that a restart does not forget. On one of several nodes
 * `shares` says which part of each limit is this one's.
 */
export class FlowControl implements Quotas {
  readonly #known: KnownLimits
  readonly #shares: Shares
  readonly #limiters = new Map<string, Limiter>()
  #users = new Map<string, Limiter>()

  constructor(known: KnownLimits, shares: Shares = wholeLimits) {
    this.#known = known
    this.#shares = shares
  }

  take({ key, limits }: App, method: string, nowMs: number): Limited | undefined {
    const api = this.#known.apiLimits(method)
    if (limits === null && api === undefined) return undefined
    const ownRates = limits?.perApi.get(method)
    const app = limits === null ? undefined : this.#limiterOf(key)
    const own = ownRates === undefined ? undefined : this.#limiterOf(`${key} ${method}`)
    const all = api === undefined ? undefined : this.#limiterOf(`api ${method}`)
    const limited =
      this.#check('app', app, limits, nowMs) ??
      this.#check('app-api', own, ownRates, nowMs) ??
      this.#check('api', all, api, nowMs)
    if (limited !== undefined) return limited
    app?.add()
    own?.add()
    all?.add()
    return undefined
  }

  takeOfUser(
    { key, limits }: App,
    method: string,
    userTag: string,
    nowMs: number,
  ): Limited | undefined {
    const ofApp = limits?.perUser
    const ofApi = this.#known.apiLimits(method)?.perUser
    if (!isLimited(ofApp) && !isLimited(ofApi)) return undefined
    const session = isLimited(ofApp) ? this.#userOf(`${key} user ${userTag}`) : undefined
    const user = isLimited(ofApi) ? this.#userOf(`api ${method} user ${userTag}`) : undefined
    const limited =
      this.#check('session', session, ofApp, nowMs) ?? this.#check('user', user, ofApi, nowMs)
    if (limited !== undefined) return limited
    session?.add()
    user?.add()
    return undefined
  }

  /** The calls counted since the last time, to be added to the store. */
  takeUse(): DailyUse[] {
    const use: DailyUse[] = []
    for (const limiter of this.#all()) {
      const taken = limiter.takeUnsaved()
      if (taken !== undefined) use.push({ app_key: limiter.name, ...taken })
    }
    return use
  }

  /** What the store has now that everything handed out has reached it, other nodes' calls too. */
  learnUse(uses: readonly DailyUse[]): void {
    for (const { app_key, day, calls } of uses) this.#find(app_key)?.known(day, calls)
  }

  /** What was asked for since the last time, by name, in calls a second. */
  takeDemand(elapsedMs: number): { readonly name: string; readonly perSecond: number }[] {
    const demand = []
    for (const limiter of this.#all()) {
      const perSecond = limiter.takeDemand(elapsedMs)
      if (perSecond > 0) demand.push({ name: limiter.name, perSecond })
    }
    return demand
  }

  #check(
    scope: LimitScope,
    limiter: Limiter | undefined,
    rates: Rates | null | undefined,
    nowMs: number,
  ): Limited | undefined {
    if (limiter === undefined || rates === undefined || rates === null) return undefined
    const waitMs = limiter.waitMs(rates, nowMs, this.#shares, this.#known.usedBefore)
    return waitMs <= 0 ? undefined : { scope, waitS: Math.max(1, Math.ceil(waitMs / 1000)) }
  }

  #limiterOf(name: string): Limiter {
    let limiter = this.#limiters.get(name)
    if (limiter === undefined) {
      limiter = new Limiter(name)
      this.#limiters.set(name, limiter)
    }
    return limiter
  }

  #userOf(name: string): Limiter {
    let limiter = this.#users.get(name)
    if (limiter === undefined) {
      if (this.#users.size >= USERS_MAX) {
        this.#users = new Map([...this.#users].slice(USERS_MAX / 2))
      }
      limiter = new Limiter(name)
      this.#users.set(name, limiter)
    }
    return limiter
  }

  #find(name: string): Limiter | undefined {
    return this.#limiters.get(name) ?? this.#users.get(name)
  }

  *#all(): Iterable<Limiter> {
    yield* this.#limiters.values()
    yield* this.#users.values()
  }
}

function isLimited(rates: Rates | undefined): boolean {
  if (rates === undefined) return false
  return (
    rates.perSecond !== undefined || rates.perMinute !== undefined || rates.perDay !== undefined
  )
}
