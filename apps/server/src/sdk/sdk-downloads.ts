import { setTimeout as sleep } from 'node:timers/promises'
import { type SdkLanguage, SdkRefusal } from '@topgate/codegen'
import { catalogue, type DocumentedApi, documentServed } from '@topgate/contracts'
import { createSdkPackage, zipSdk } from './sdk-package.ts'

/** Packing takes about 0.1 s of the thread that serves calls: one at a time, with a rest behind it. */
const REST_MS = 400
const WAITING_MAX = 8

export interface Download {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** The archives that visitors fetch. Those of served APIs are packed once, when first asked for. */
export class SdkDownloads {
  readonly #kept = new Map<string, Download>()
  readonly #restMs: number
  #waiting = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(restMs = REST_MS) {
    this.#restMs = restMs
  }

  /**
   * The SDK of a language, for one API or for everything that is served. `busy`: too many others are
   * waiting for theirs. A refusal: the language cannot express the API.
   */
  async get(
    language: SdkLanguage,
    api: DocumentedApi | undefined,
  ): Promise<Download | 'busy' | SdkRefusal> {
    const key = `${language.name} ${api?.method ?? ''}`
    const kept = this.#kept.get(key)
    if (kept !== undefined) return kept
    if (this.#waiting >= WAITING_MAX) return 'busy'
    this.#waiting += 1
    const turn = this.#last.then(() => this.#kept.get(key) ?? pack(language, api))
    this.#last = turn.then(() => sleep(this.#restMs, undefined, { ref: false }))
    const packed = await turn.finally(() => {
      this.#waiting -= 1
    })
    const isServed = api === undefined || api.served !== null
    if (isServed && !(packed instanceof SdkRefusal)) this.#kept.set(key, packed)
    return packed
  }
}

function pack(language: SdkLanguage, api: DocumentedApi | undefined): Download | SdkRefusal {
  try {
    const apis = api === undefined ? catalogue.map(documentServed) : [api]
    const made = createSdkPackage(language, apis)
    const suffix = api === undefined ? '' : `-${api.method}`
    return { fileName: `${made.name}${suffix}.zip`, bytes: zipSdk(made) }
  } catch (error) {
    if (error instanceof SdkRefusal) return error
    throw error
  }
}
