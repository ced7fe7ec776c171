import { type RepairedCall, repairCall } from '@topgate/codegen'
import {
  type Advice,
  adviseDecline,
  adviseError,
  type Bilingual,
  catalogue,
  idOfRequest,
  type PlatformErrorName,
  platformErrors,
  requestIdOf,
  type StageName,
  stageNames,
  wordsOfMistake,
} from '@topgate/contracts'
import type { Evidence } from '@topgate/gateway'
import { baseString } from '@topgate/protocol'
import {
  findCall,
  findEvidence,
  findStored,
  type JournalRow,
  type StoredRow,
} from '@topgate/services'
import type { Database } from '@topgate/storage'

/** What is known of one call, and what to do about it. Nothing in it names a person or a secret. */
export interface Why {
  readonly request_id: string
  readonly call: JournalRow
  readonly outcome: 'success' | 'declined' | 'refused'
  /** The entry of the error catalogue; null when the API itself answered. */
  readonly error: PlatformErrorName | null
  readonly advice: Advice | null
  /** The checks that the call passed, and the one that refused it; null when it passed all. */
  readonly passed: readonly StageName[]
  readonly refused_by: StageName | null
  /** What came in; null for a call that succeeded, or that is longer ago than this is kept. */
  readonly evidence: Evidence | null
  /** What the client did wrong when it signed. */
  readonly mistake: Bilingual | null
  /** The text that should have been signed, masked. A sandbox only. */
  readonly string_to_sign: string | null
  /** The row that it became; null for a call that changed nothing. */
  readonly stored: StoredRow | null
  /** The same call as it would be accepted; null where nothing was refused. */
  readonly repaired: RepairedCall | null
}

/** Undefined when the journal does not know such a call, or no longer. */
export async function findWhy(
  db: Database,
  mode: 'sandbox' | 'production',
  requestId: string,
): Promise<Why | undefined> {
  const id = idOfRequest(requestId)
  const call = id === undefined ? undefined : await findCall(db, id)
  if (call === undefined) return undefined
  const kept = call.success === 1 ? undefined : await findEvidence(db, call.id)
  const evidence = kept === undefined ? null : (JSON.parse(kept) as Evidence)
  const error = evidence?.refusal ?? errorOf(call)
  const refusedBy = error === null ? null : platformErrors[error].stage
  return {
    request_id: requestIdOf(call.id),
    call,
    outcome: call.success === 1 ? 'success' : call.code === 0 ? 'declined' : 'refused',
    error,
    advice: adviceFor(call, error),
    passed: stageNames.slice(0, refusedBy === null ? undefined : stageNames.indexOf(refusedBy)),
    refused_by: refusedBy,
    evidence,
    mistake: evidence?.mistake == null ? null : wordsOfMistake(evidence.mistake),
    string_to_sign: mode === 'sandbox' ? stringToSign(evidence, refusedBy) : null,
    stored: isStored(call) ? ((await findStored(db, call.id)) ?? null) : null,
    repaired: evidence?.parameters == null ? null : repairedCall(evidence),
  }
}

/** Only a write that succeeded can have become a row, and nothing else is searched for. */
function isStored({ success, dry_run, method }: JournalRow): boolean {
  const api = catalogue.find((each) => each.method === method)
  return success === 1 && dry_run === 0 && api?.effect === 'write'
}

/** Of a call without evidence: by what it was answered. */
function errorOf({ code, sub_code }: JournalRow): PlatformErrorName | null {
  const sameCode = Object.entries(platformErrors).filter(([, error]) => error.code === code)
  const found =
    sameCode.find(([, error]) => ('subCode' in error ? error.subCode : '') === sub_code) ??
    sameCode[0]
  return (found?.[0] as PlatformErrorName | undefined) ?? null
}

function adviceFor(call: JournalRow, error: PlatformErrorName | null): Advice | null {
  if (call.success === 1) return null
  const api = catalogue.find(({ method }) => method === call.method)
  if (call.code === 0) return adviseDecline(call.sub_code, api)
  return error === null ? adviseError(String(call.code), call.sub_code, api) : platformErrors[error]
}

/** Only where the signature is the question: what follows has passed it. */
function stringToSign(evidence: Evidence | null, refusedBy: StageName | null): string | null {
  if (evidence?.parameters == null || refusedBy !== 'signature') return null
  return baseString(new Map(evidence.parameters))
}

function repairedCall({ parameters, refusal, argument }: Evidence): RepairedCall | null {
  return repairCall({ parameters: parameters ?? [], refusal, argument }) ?? null
}
