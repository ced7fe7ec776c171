import {
  type ApiContract,
  type Field,
  type Fields,
  type JsonValue,
  userActionSync,
} from '@topgate/contracts'
import { type Parameters, writeJson } from '@topgate/protocol'
import { assembleParameters, memberValue } from './assemble-parameters.ts'
import type { GivenParameter } from './given-parameters.ts'

/**
 * Parameters from the examples of the contract, with values that a sandbox knows where the
 * documented page masks them or where a repeated example would only be answered as a repeat.
 */
export function sampleParameters(api: ApiContract, nowMs: number): Parameters {
  const parameters = new Map<string, string>()
  for (const [name, field] of Object.entries(api.request)) {
    const value = sampleText(field, name)
    if (value !== undefined) parameters.set(name, value)
  }
  return assembleParameters(api.request, sandboxValues(api, nowMs), parameters)
}

function sandboxValues({ method, guide }: ApiContract, nowMs: number): readonly GivenParameter[] {
  const values = Object.entries(guide.sandboxValues ?? {}).map(([name, value]) => ({ name, value }))
  if (method !== userActionSync.method) return values
  return [...values, { name: 'channel_user_action_dto.event_id', value: `UNI_${nowMs}` }]
}

function sampleText(field: Field, name: string): string | undefined {
  if (field.kind !== 'struct' && field.kind !== 'list') return exampleOf(field)
  const value = sampleValue(field, name)
  return value === undefined ? undefined : writeJson(value)
}

function sampleValue(field: Field, name: string): JsonValue | undefined {
  if (field.kind === 'struct') return sampleObject(field.fields, name)
  if (field.kind === 'list') {
    const item = sampleValue(field.item, name)
    return item === undefined ? undefined : [item]
  }
  const example = exampleOf(field)
  return example === undefined ? undefined : memberValue(field, example, name)
}

function sampleObject(fields: Fields, path: string): JsonValue {
  const members = new Map<string, JsonValue>()
  for (const [name, field] of Object.entries(fields)) {
    const value = sampleValue(field, `${path}.${name}`)
    if (value !== undefined) members.set(name, value)
  }
  return members
}

/** Pages mask what they may not print with asterisks, which no rule of a field lets through. */
function exampleOf({ example }: Field): string | undefined {
  return example === undefined || example.includes('*') ? undefined : example
}
