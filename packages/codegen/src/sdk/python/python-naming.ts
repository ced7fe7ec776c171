import { pascalCase } from '../../names.ts'
import type { Naming } from '../naming.ts'

/** Attributes keep the name of the wire, as in TOP's own Python SDK. */
export const pythonNaming: Naming = {
  // Names that begin with an underscore belong to the SDK.
  write: (name, scope) =>
    scope.endsWith('member')
      ? name.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+/, '')
      : pascalCase(name),
  isReserved: (name, scope) => keywords.has(name) || reserved[scope].has(name),
  digitPrefix: '_',
  memberCaseCounts: true,
  structsLiveIn: 'api',
}

const keywords = words(
  `False None True and as assert async await break class continue def del elif else except finally
  for from global if import in is lambda nonlocal not or pass raise return try while with yield`,
)

/** What the base classes have, and what a module of an API imports. */
const reserved = {
  api: words(''),
  type: words(
    `Any ClassVar Decimal File List Optional Request RequestStruct Response ResponseStruct Sequence
    Tuple Union`,
  ),
  'request-member': words('response_class'),
  'response-member': words(
    'body decline_code remedy remedy_en request_id retry succeeded unknown_fields',
  ),
  'struct-member': words('unknown_fields'),
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}
