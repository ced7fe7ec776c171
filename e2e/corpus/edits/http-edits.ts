import type { Layout } from '../draft.ts'
import { nestedPart, textPart } from '../encode-multipart.ts'
import { bytesOf, textOf } from '../notation.ts'
import type { Edits } from './edit.ts'

/** Changes of the request line, the headers, the bytes of the body and its parts. */
export const httpEdits: Edits = {
  'request_line.method': (draft, op) => {
    draft.verb = op.text('value')
  },

  'request_line.path': (draft, op) => {
    draft.path = op.text('value')
  },

  'request_line.version': (draft, op) => {
    draft.version = op.text('value')
  },

  'header.set': (draft, op, fill) => {
    const [name, value] = [op.text('name'), textOf(op, fill)]
    draft.editHeaders.push((headers) => {
      const header = headers.find(([other]) => other === name)
      if (header === undefined) headers.push([name, value])
      else header[1] = value
    })
  },

  'header.add': (draft, op, fill) => {
    const [name, value] = [op.text('name'), textOf(op, fill)]
    draft.editHeaders.push((headers) => headers.push([name, value]))
  },

  'header.remove': (draft, op) => {
    const name = op.text('name')
    draft.editHeaders.push((headers) => {
      const at = headers.findIndex(([other]) => other === name)
      if (at >= 0) headers.splice(at, 1)
    })
  },

  'raw_header.line_end': (draft, op) => {
    draft.lineEnd = op.text('value')
  },

  'raw_header.add_hex': (draft, op) => {
    draft.rawHeaders.push(Buffer.from(op.text('value'), 'hex'))
  },

  'chunked.first_size': (draft, op) => {
    draft.chunkSize = op.text('value')
  },

  'body_bytes.replace': (draft, op, fill) => {
    const prefix = op.optionalText('prefix_hex')
    if (prefix !== undefined) {
      draft.editBody.push((body) => Buffer.concat([Buffer.from(prefix, 'hex'), body]))
      return
    }
    const bytes = bytesOf(op, fill)
    draft.editBody.push(() => bytes)
  },

  'body_bytes.append': (draft, op, fill) => {
    const bytes = bytesOf(op, fill)
    draft.editBody.push((body) => Buffer.concat([body, bytes]))
  },

  'body_bytes.replace_separator': (draft, op) => {
    draft.separator = op.text('value')
  },

  'client.truncate_body': (draft, op) => {
    draft.cut = { declaredBytes: op.number('declare_bytes'), sentBytes: op.number('send_bytes') }
  },

  'layout.set': (draft, op) => {
    draft.layout = layoutOf(op.text('value'))
  },

  'multipart.add_many': (draft, op) => {
    draft.layout = 'multipart'
    for (let at = op.number('count'); at > 0; at -= 1) {
      draft.extraParts.push(textPart(`x${at}`, '1', 'multipart'))
    }
  },

  'multipart.part_header': (draft, op, fill) => {
    draft.layout = 'multipart'
    draft.firstPartHeader = `Content-Type: text/plain; x=${textOf(op, fill)}`
  },

  'multipart.part_name': (draft, op) => {
    draft.layout = 'multipart'
    draft.extraParts.push(textPart(op.text('value'), '1', 'multipart'))
  },

  'multipart.nest_mixed': (draft) => {
    draft.layout = 'multipart'
    draft.extraParts.push(nestedPart())
  },

  'multipart.truncate_end': (draft) => {
    draft.layout = 'multipart'
    draft.withoutEnd = true
  },
}

function layoutOf(name: string): Layout {
  if (name === 'split' || name === 'multipart_java' || name === 'multipart_php') return name
  throw new Error(`no such layout: ${name}`)
}
