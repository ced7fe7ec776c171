import { type Draft, getParam, setParam } from '../draft.ts'
import { namedSecrets } from '../fixtures.ts'
import { extendedDigest, signDraft } from '../sign-draft.ts'
import type { Edits } from './edit.ts'

/** Ways to sign, and changes of a signature. */
export const signEdits: Edits = {
  'sign.compute': (draft, op, fill) => {
    const [method, wrap, secret] = ['method', 'wrap', 'secret'].map((name) => op.optionalText(name))
    const declared = op.optionalText('declare') ?? method ?? (wrap === undefined ? wrap : 'md5')
    if (declared !== undefined) setParam(draft, 'sign_method', declared)
    // Names of empty parameters count for us anyway, as for most clients.
    if ((op.optionalText('empty') ?? 'name_counts') !== 'name_counts') throw new Error('empty')
    signDraft(draft, {
      method,
      wrap,
      secret: secret === undefined ? undefined : (namedSecrets[secret] ?? fill(secret)),
      order: op.optionalText('order'),
      over: op.optionalText('over'),
      skipsAtValues: op.optionalText('skip') === 'at_values',
      includesSign: op.isTrue('include_sign'),
      digits: op.optionalNumber('truncate'),
    })
  },

  // The forger can append only what sorts last: a name of two letters and its value.
  'sign.length_extension': (draft, op) => {
    const extra = op.text('extra')
    setParam(draft, 'sign_method', 'md5')
    const forged = extendedDigest(draft, op.optionalText('source') === 'envelope', extra)
    setParam(draft, extra.slice(0, 2), extra.slice(2))
    setParam(draft, 'sign', forged)
  },

  'sign.truncate': (draft, op) => {
    const chars = op.number('chars')
    changeSign(draft, (sign) => sign.slice(0, -chars))
  },

  'sign.encode': (draft, op) => {
    if (op.text('value') !== 'base64') throw new Error('only base64')
    changeSign(draft, (sign) => Buffer.from(sign, 'hex').toString('base64'))
  },

  'sign.append': (draft, op) => {
    const more = op.text('value')
    changeSign(draft, (sign) => sign + more)
  },

  'sign.lowercase': (draft) => changeSign(draft, (sign) => sign.toLowerCase()),

  // Nothing signs again unless an op says so: the op is there for the reader.
  'sign.hold': () => {},
}

function changeSign(draft: Draft, change: (sign: string) => string): void {
  setParam(draft, 'sign', change(getParam(draft, 'sign')))
}
