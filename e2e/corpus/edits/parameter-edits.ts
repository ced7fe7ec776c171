import { getParam, setParam } from '../draft.ts'
import { nameOf, textOf } from '../notation.ts'
import type { Edits } from './edit.ts'

/** Changes of parameters, and pairs beside them. */
export const parameterEdits: Edits = {
  'param.set': (draft, op, fill) => setParam(draft, nameOf(op), textOf(op, fill)),

  'param.remove': (draft, op) => {
    draft.params.delete(op.text('name'))
  },

  'param.set_raw_encoded': (draft, op) => {
    draft.params.set(op.text('name'), { value: op.text('value'), raw: true })
  },

  // `sign` always travels last, so "before sign" asks for nothing more.
  'param.add_many': (draft, op) => {
    if ((op.optionalText('before') ?? 'sign') !== 'sign') throw new Error('only before sign')
    const prefix = op.text('name_prefix')
    for (let at = op.number('count'); at > 0; at -= 1) setParam(draft, prefix + at, '1')
  },

  // Previous in the text that is signed, so that the signature still fits.
  'param.merge_into_previous': (draft, op) => {
    const name = op.text('name')
    const before = [...draft.params.keys()].filter((other) => other < name && other !== 'sign')
    const previous = before.sort().at(-1) ?? ''
    setParam(draft, previous, getParam(draft, previous) + name + getParam(draft, name))
    draft.params.delete(name)
  },

  'param.move_boundary': (draft, op) => {
    const name = op.text('name')
    const at = name.length + op.number('chars')
    setParam(draft, name.slice(0, at), name.slice(at) + getParam(draft, name))
    draft.params.delete(name)
  },

  'query.add': (draft, op) => {
    draft.extraQuery.push({ name: op.text('name'), value: op.text('value') })
  },

  'query.add_raw': (draft, op) => {
    draft.extraQuery.push({ raw: op.text('value') })
  },

  'query.clear': (draft) => {
    draft.extraQuery.length = 0
  },

  'query.pad_to': (draft, op) => {
    draft.targetBytesMin = op.number('bytes')
  },

  'body.add': (draft, op) => {
    draft.extraBody.push({ name: op.text('name'), value: op.text('value') })
  },

  'client.shuffle_params': (draft) => {
    draft.params = new Map([...draft.params].reverse())
  },
}
