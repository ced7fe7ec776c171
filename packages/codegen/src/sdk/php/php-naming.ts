import { pascalCase } from '../../names.ts'
import type { SdkField } from '../fields.ts'
import { NameTable, type Naming } from '../naming.ts'

/** Members keep the name of the wire, as in TOP's own PHP SDK; PHP gives them no reserved words. */
export const phpNaming: Naming = {
  write: (name, scope) =>
    scope.endsWith('member') ? name.replace(/[^A-Za-z0-9_]+/g, '_') : pascalCase(name),
  isReserved(name, scope) {
    if (scope.endsWith('member')) return reservedMembers.has(name)
    return reservedTypes.has(name.toLowerCase())
  },
  digitPrefix: '_',
  memberCaseCounts: true,
  structsLiveIn: 'class',
}

/** `this` is no name of a parameter; the others are parameters of generated constructors. */
const reservedMembers = new Set(['this', 'received', 'unknown_fields'])

/** Keywords, names of types, and what the files of structs import. Letter case does not count. */
const reservedTypes = new Set(
  `abstract and array as bool break callable case catch class clone const continue declare default
  die do echo else elseif empty enddeclare endfor endforeach endif endswitch endwhile enum eval exit
  extends false field final finally float fn for foreach function global goto if implements include
  include_once instanceof insteadof int interface isset iterable list match mixed namespace never new
  null numeric object or parent print private protected public readonly requeststruct require
  require_once resource return self static string switch throw trait true try unset use var void
  while xor yield`.split(/\s+/),
)

/** The setters of a request by its members. PHP finds methods whatever the case of their letters. */
export function phpSetters(fields: readonly SdkField[]): [member: string, setter: string][] {
  const names = new NameTable({ ...phpNaming, write: pascalCase, isReserved: () => false }, 'type')
  return fields.map(({ wireName, name }) => [name, `set${names.add(wireName)}`])
}
