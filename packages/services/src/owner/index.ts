/** What the owner of the platform does on the command line: each an audited write of the engine. */
export { auditWords, flagsOf } from './audit-words.ts'
export { InputReader } from './input.ts'
export {
  type OwnerAnswer,
  type OwnerContext,
  type OwnerDecision,
  OwnerRefusal,
  type OwnerRequest,
  type OwnerSteps,
  ownerOperation,
} from './owner-operation.ts'
