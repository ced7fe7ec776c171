/** The first bytes of every body are read whatever others hold: most calls never need more. */
export const FREE_BODY_BYTES = 64 * 1024
/** About what one read of a socket brings. */
const CHUNK_BYTES = 64 * 1024

/** The side of a body that can be told to wait, as a stream can. */
export interface BodySource {
  pause(): unknown
  resume(): unknown
}

/** What one large body holds, from its first bytes until its call is answered or given up. */
export interface BodyShare {
  /** The body has grown. Its source may be told to wait now. */
  grow(bytes: number): void
  /** Nothing of the body is needed any more. */
  end(): void
}

interface Held extends BodyShare {
  readonly source: BodySource
  bytes: number
  waits: boolean
}

/**
 * Bounds what the large bodies of a node hold together (reliability.md section 8). Above the bound
 * their sockets are not read, so that the senders wait, except the oldest: it is always let on, so
 * that one ends and makes room. A body can go over the bound by what one read brings.
 */
export class BodyBudget {
  readonly #bytesMax: number
  /** In the order in which they began. */
  readonly #shares = new Set<Held>()
  #bytes = 0

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  open(source: BodySource): BodyShare {
    const share: Held = {
      source,
      bytes: 0,
      waits: false,
      grow: (bytes) => this.#grow(share, bytes),
      end: () => this.#end(share),
    }
    this.#shares.add(share)
    return share
  }

  get bytes(): number {
    return this.#bytes
  }

  #grow(share: Held, bytes: number): void {
    share.bytes += bytes
    this.#bytes += bytes
    if (this.#bytes <= this.#bytesMax || share === this.#oldest()) return
    share.waits = true
    share.source.pause()
  }

  #end(share: Held): void {
    if (!this.#shares.delete(share)) return
    this.#bytes -= share.bytes
    this.#letOn()
  }

  /** The oldest in any case, and after it as many as there is room for. */
  #letOn(): void {
    let room = this.#bytesMax - this.#bytes
    const oldest = this.#oldest()
    for (const share of this.#shares) {
      if (room <= 0 && share !== oldest) return
      if (!share.waits) continue
      share.waits = false
      share.source.resume()
      room -= CHUNK_BYTES
    }
  }

  #oldest(): Held | undefined {
    const [oldest] = this.#shares
    return oldest
  }
}
