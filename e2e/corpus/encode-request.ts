import { type Draft, type Header, type Pair, publicNames } from './draft.ts'
import { multipartBody, multipartType } from './encode-multipart.ts'
import type { Fill } from './notation.ts'

/** The request as bytes on the wire, exactly as the draft has it. */
export function encodeRequest(draft: Draft, fill: Fill): Buffer {
  const { inQuery, inBody } = placePairs(draft, fill)
  const plain = plainBody(draft, inBody)
  const body = draft.editBody.reduce((bytes, edit) => edit(bytes), plain)
  return Buffer.concat([encodeHead(draft, targetOf(draft, inQuery), body), wireBody(draft, body)])
}

function plainBody(draft: Draft, pairs: readonly Pair[]): Buffer {
  if (draft.signedBody !== undefined) return Buffer.from(draft.signedBody.text())
  return isForm(draft) ? Buffer.from(formText(pairs, draft.separator)) : multipartBody(pairs, draft)
}

function contentTypeOf(draft: Draft): string {
  const form = 'application/x-www-form-urlencoded;charset=UTF-8'
  return draft.signedBody?.contentType ?? (isForm(draft) ? form : multipartType(draft.layout))
}

function isForm({ layout }: Draft): boolean {
  return layout === 'form' || layout === 'query' || layout === 'split'
}

function placePairs(draft: Draft, fill: Fill): { inQuery: Pair[]; inBody: Pair[] } {
  const inQuery: Pair[] = []
  const inBody: Pair[] = []
  const splits = draft.layout !== 'form' && draft.layout !== 'multipart'
  for (const [name, { value, raw }] of draft.params) {
    const isInQuery =
      draft.signedBody !== undefined ||
      draft.layout === 'query' ||
      (splits && publicNames.has(name))
    const place = isInQuery ? inQuery : inBody
    place.push(raw ? { raw: `${escapeText(name)}=${value}` } : { name, value })
  }
  // Filled in only now, because a pair may repeat the signature.
  const filled = (pair: Pair) => ('raw' in pair ? pair : { ...pair, value: fill(pair.value) })
  inQuery.push(...draft.extraQuery.map(filled))
  inBody.push(...draft.extraBody.map(filled))
  return { inQuery, inBody }
}

function targetOf({ path, targetBytesMin }: Draft, query: readonly Pair[]): string {
  return query.length === 0 ? path : `${path}?${formText(query, '&')}`.padEnd(targetBytesMin, 'a')
}

function encodeHead(draft: Draft, target: string, body: Buffer): Buffer {
  const headers: Header[] = [
    ['Host', '127.0.0.1'],
    ['Content-Type', contentTypeOf(draft)],
    draft.chunkSize === undefined
      ? ['Content-Length', String(draft.cut?.declaredBytes ?? body.length)]
      : ['Transfer-Encoding', 'chunked'],
  ]
  for (const edit of draft.editHeaders) edit(headers)
  const lines = headers.map(([name, value]) => Buffer.from(`${name}: ${value}`))
  const first = Buffer.from(`${draft.verb} ${target} ${draft.version}`)
  const end = Buffer.from(draft.lineEnd)
  return Buffer.concat([
    ...[first, ...lines, ...draft.rawHeaders].flatMap((line) => [line, end]),
    end,
  ])
}

function wireBody({ cut, chunkSize }: Draft, body: Buffer): Buffer {
  if (cut !== undefined) return body.subarray(0, cut.sentBytes)
  if (chunkSize === undefined) return body
  return Buffer.concat([Buffer.from(`${chunkSize}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')])
}

function formText(pairs: readonly Pair[], separator: string): string {
  return pairs
    .map((pair) =>
      'raw' in pair ? pair.raw : `${escapeText(pair.name)}=${escapeText(pair.value)}`,
    )
    .join(separator)
}

/** As the official clients do: a space becomes `+`, so that padding keeps its size. */
function escapeText(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+')
}
