import { pascalCase } from '../../names.ts'
import type { NameScope, Naming } from '../naming.ts'

/** A member is named by the stem of its accessors: `TbUserId` of `getTbUserId` and `tbUserId`. */
export const javaNaming: Naming = {
  write: pascalCase,
  isReserved: (name, scope) => reserved[scope].has(name),
  digitPrefix: 'N',
  memberCaseCounts: true,
  structsLiveIn: 'class',
}

const objectGetters = ['Class']

const reserved: Readonly<Record<NameScope, ReadonlySet<string>>> = {
  api: new Set(),
  // The types that generated code uses: a struct of such a name would hide one.
  type: new Set([
    'ApiFacts',
    'Bilingual',
    'Boolean',
    'Date',
    'Duration',
    'FileItem',
    'Instant',
    'KnownError',
    'List',
    'Long',
    'Object',
    'Outcome',
    'Override',
    'Repeat',
    'Retry',
    'String',
    'TaobaoObject',
    'TaobaoRequest',
    'TaobaoResponse',
    'Wire',
  ]),
  'request-member': new Set([...objectGetters, 'ApiMethodName', 'FileParams', 'TextParams']),
  'response-member': new Set([
    ...objectGetters,
    'Body',
    'Decline',
    'ErrorCode',
    'Msg',
    'Refusal',
    'RequestId',
    'SubCode',
    'SubMsg',
  ]),
  'struct-member': new Set(objectGetters),
}

const KEYWORDS = new Set(
  (
    'abstract assert boolean break byte case catch char class const continue default do double ' +
    'else enum extends false final finally float for goto if implements import instanceof int ' +
    'interface long native new null package private protected public return short static ' +
    'strictfp super switch synchronized this throw throws transient true try void volatile while'
  ).split(' '),
)

/** The method that sets a member and gives its object back: `tbUserId` of the stem `TbUserId`. */
export function fluentName(stem: string): string {
  const name = stem.charAt(0).toLowerCase() + stem.slice(1)
  // `setFoo` would also be the setter of a member foo; the others are methods of the base class.
  const isTaken = KEYWORDS.has(name) || /^set[A-Z0-9]/.test(name) || baseMethods.has(name)
  return isTaken ? `${name}_` : name
}

const baseMethods = new Set(['documented', 'equals', 'rawMember'])
