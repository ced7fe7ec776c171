/** Data of the owner's own, from files: kinds, their fields, and the write of all rows or none. */
export { LIST_SEPARATOR } from './fields.ts'
export type { LoadKind } from './load-kind.ts'
export { loadKinds } from './load-kinds.ts'
export { loadRows } from './load-operation.ts'
export { LineReader, LOAD_ROWS_MAX, rowLine } from './read-lines.ts'
