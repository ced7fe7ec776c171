import { createLibrary, type Library } from '@topgate/codegen'
import { catalogue } from '@topgate/contracts'
import { type ImportedFile, openImportedApis, versionOfImportedApis } from '../imported-apis.ts'

/** A page may lag behind an import by this much. */
const CHECK_MS = 1_000

/** What the pages show: the catalogue, and what was imported, which may change while we serve. */
export class DocsLibrary {
  readonly #dataDir: string
  readonly #elapsedMs: () => number
  #imported: ImportedFile | undefined
  #library: Library | undefined
  #checkedMs = Number.NEGATIVE_INFINITY

  constructor(dataDir: string, elapsedMs: () => number) {
    this.#dataDir = dataDir
    this.#elapsedMs = elapsedMs
  }

  /** The library of this moment; built when it is first asked for and after each import. */
  current(): Library {
    const nowMs = this.#elapsedMs()
    if (this.#library !== undefined && nowMs - this.#checkedMs < CHECK_MS) return this.#library
    this.#checkedMs = nowMs
    const isCurrent = versionOfImportedApis(this.#dataDir) === (this.#imported?.version ?? '')
    if (this.#library !== undefined && isCurrent) return this.#library
    this.#imported?.close()
    this.#imported = openImportedApis(this.#dataDir)
    this.#library = createLibrary(catalogue, this.#imported)
    return this.#library
  }
}
