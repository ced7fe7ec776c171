import { readFileSync } from 'node:fs'
import type { SignMethod } from '@topgate/protocol'

export interface SigningVector {
  readonly id: string
  readonly secret: string
  readonly parameters: Readonly<Record<string, string>>
  readonly emptyValues: 'kept' | 'skipped'
  readonly body?: string
  /** For `md5`. */
  readonly base: string
  readonly signs: Readonly<Record<SignMethod, string>>
}

const vectorsFile = new URL('../../../../packages/protocol/vectors/signing.json', import.meta.url)

/** The vectors that every client of the protocol has to meet; those with a body are not for forms. */
export function signingVectors(): readonly SigningVector[] {
  const { vectors }: { vectors: SigningVector[] } = JSON.parse(readFileSync(vectorsFile, 'utf8'))
  return vectors.filter(({ body }) => body === undefined)
}
