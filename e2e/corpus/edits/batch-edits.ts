import type { BatchElement, Draft } from '../draft.ts'
import type { Edits } from './edit.ts'

const SEPARATOR_INSIDE = JSON.stringify({ text: 'before\r\n-S-\r\nafter' })

/** Changes of a batch and of single calls in it. */
export const batchEdits: Edits = {
  'batch.flip_byte': (draft) => {
    draft.editBody.push((body) => {
      const flipped = Buffer.from(body)
      const at = Math.floor(flipped.length / 2)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      return flipped
    })
  },

  'batch.elements': (draft, op) => {
    const { elements, element } = batchOf(draft)
    const count = op.number('count')
    elements.length = 0
    for (let index = 0; index < count; index += 1) elements.push(element(index))
  },

  'batch.element_raw': (draft, op) => {
    batchOf(draft).elements[op.number('index')] = op.text('value')
  },

  'batch.element_set': (draft, op) => {
    const { elements, chat } = batchOf(draft)
    const [index, name, value] = [op.number('index'), op.text('name'), op.text('value')]
    if (value === '{separator_inside_content}') {
      // Only an API that gives a text back can have the separator in its answer.
      elements[index] = withContent(chat, name, SEPARATOR_INSIDE)
      return
    }
    const element = elements[index]
    if (!(element instanceof Map)) throw new Error(`no element ${index}`)
    element.set(name, value)
  },

  'batch.same_event_twice': (draft) => {
    const { elements } = batchOf(draft)
    elements.splice(1, elements.length, ...elements.slice(0, 1))
  },
}

function withContent(chat: BatchElement, name: string, content: string): BatchElement {
  if (!(chat instanceof Map)) throw new Error('no chat message')
  const request = JSON.parse(chat.get(name) ?? '{}')
  return new Map(chat).set(name, JSON.stringify({ ...request, content }))
}

function batchOf({ batch }: Draft): NonNullable<Draft['batch']> {
  if (batch === undefined) throw new Error('the base is no batch')
  return batch
}
