import { pascalCase } from '../../names.ts'
import type { NameScope, Naming } from '../naming.ts'

/** As TOP's .NET client: classes of structs end in `Domain`, members are properties. */
export const csharpNaming: Naming = {
  write: (wireName, scope) => pascalCase(wireName) + (scope === 'type' ? 'Domain' : ''),
  isReserved: (name, scope) => reserved[scope].has(name),
  digitPrefix: 'N',
  memberCaseCounts: true,
  structsLiveIn: 'class',
}

/** Members of every object, and `Wire`, which the properties are written with. */
const objectMembers = [
  'Documented',
  'Equals',
  'Finalize',
  'GetHashCode',
  'GetType',
  'MemberwiseClone',
  'OtherMembers',
  'RawMember',
  'RawMembers',
  'ReferenceEquals',
  'SetRawMember',
  'ToString',
  'Wire',
]

const reserved: Readonly<Record<NameScope, ReadonlySet<string>>> = {
  api: new Set(),
  type: new Set(),
  'request-member': new Set([
    ...objectMembers,
    'AddOtherParameter',
    'Facts',
    'GetApiFacts',
    'GetApiName',
    'GetFileParameters',
    'GetParameters',
    'NewResponse',
    'Repeat',
    'RetryKind',
    'TimeSpan',
  ]),
  'response-member': new Set([
    ...objectMembers,
    'Body',
    'Decline',
    'ErrCode',
    'ErrMsg',
    'IsError',
    'IsSuccess',
    'Refusal',
    'RequestId',
    'Settle',
    'SubErrCode',
    'SubErrMsg',
  ]),
  'struct-member': new Set(objectMembers),
}
