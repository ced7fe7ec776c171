import { pascalCase } from '../../names.ts'
import type { Naming } from '../naming.ts'
import type { SdkLanguage } from '../sdk.ts'
import { apiTable } from './api-table.ts'
import { apiTypes } from './api-types.ts'

/** Global types that the generated ones use: a struct of that name would hide them. */
const reservedTypes = new Set(['Date', 'TopFile', 'Apis'])

/** Members keep their names on the wire: every text is a name in JavaScript. */
const naming: Naming = {
  write: (wireName, scope) => (scope.endsWith('member') ? wireName : pascalCase(wireName)),
  isReserved: (name, scope) => !scope.endsWith('member') && reservedTypes.has(name),
  digitPrefix: '_',
  memberCaseCounts: true,
  structsLiveIn: 'class',
}

/** The package for Node: types of the APIs, and the table from which the client works. */
export const typescript: SdkLanguage = {
  name: 'typescript',
  title: 'TypeScript / JavaScript',
  naming,
  generate: (model) => [
    { path: 'apis.d.ts', text: apiTypes(model) },
    { path: 'apis.js', text: apiTable(model) },
  ],
}
