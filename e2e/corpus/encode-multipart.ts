import type { Draft, Layout, Pair } from './draft.ts'

const boundaries: Readonly<Record<Layout, string>> = {
  form: '',
  query: '',
  split: '',
  multipart: 'corpus-boundary',
  multipart_java: '1770000000000',
  multipart_php: '-------------corpus',
}

export function multipartType(layout: Layout): string {
  const separator = layout === 'multipart_java' ? ';charset=UTF-8;' : '; '
  return `multipart/form-data${separator}boundary=${boundaries[layout]}`
}

/** Each parameter as a part, written as the client does that the layout is named after. */
export function multipartBody(pairs: readonly Pair[], draft: Draft): Buffer {
  const { layout } = draft
  const boundary = boundaries[layout]
  const parts = pairs.map((pair, at) => {
    if ('raw' in pair) throw new Error('a part has no escapes')
    return textPart(pair.name, pair.value, layout, at === 0 ? draft.firstPartHeader : undefined)
  })
  const delimiter = Buffer.from(`--${boundary}\r\n`)
  const end = layout === 'multipart_php' ? `--${boundary}--` : `--${boundary}--\r\n`
  return Buffer.concat([
    Buffer.from(layout === 'multipart_java' ? '\r\n' : ''),
    ...[...parts, ...draft.extraParts].flatMap((part) => [delimiter, part]),
    Buffer.from(draft.withoutEnd ? '' : end),
  ])
}

export function textPart(name: string, value: string, layout: Layout, header?: string): Buffer {
  const lines =
    layout === 'multipart_java'
      ? [`Content-Disposition:form-data;name="${name}"`, 'Content-Type:text/plain']
      : [`Content-Disposition: form-data; name="${name}"`]
  if (header !== undefined) lines.push(header)
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${value}\r\n`)
}

/** A part that is a multipart body of its own. */
export function nestedPart(): Buffer {
  return Buffer.from(
    'Content-Disposition: form-data; name="nested"\r\n' +
      'Content-Type: multipart/mixed; boundary=inner\r\n\r\n' +
      '--inner\r\nContent-Disposition: attachment\r\n\r\nx\r\n--inner--\r\n',
  )
}
