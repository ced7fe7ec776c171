import { followupSend, type JsonText, type JsonValue, type RequestOf } from '@topgate/contracts'
import type { WriteCall } from '@topgate/engine'
import type { FollowupSeed } from '../followup/seed.ts'
import { appA, nowMs, writeCall } from './write-call.ts'

export const sessionId = '78bfcced948a65d29c5c77f1cd3367a2'
export const closedSessionId = '00000000000000000000000000000c10'
export const foreignSessionId = '00000000000000000000000000000b02'
export const singleSessionId = '00000000000000000000000000000a01'
export const doctorToken = '9eae09db243df99bd67af033decfd257'
export const patientToken = '9eae09db243df99bd67af033decfd258'
export const expiredToken = '9eae09db243df99bd67af033decfd259'
export const revokedToken = '9eae09db243df99bd67af033decfd25a'
export const foreignToken = '9eae09db243df99bd67af033decfd25b'
export const appToken = '9eae09db243df99bd67af033decfd25d'
export const noToken = null
export const guardianToken = '9eae09db243df99bd67af033decfd25c'

export const group = '2034131106552037'
export const doctor = '153315451244705'
export const patient = '5394977607673890'

/** A follow-up centre as in the sandbox, with a guardian and a single chat beside. */
export const followupFixtures: FollowupSeed = {
  doctors: [{ corp: 'CORP_A', doctor_id: doctor, name: '样例医生' }],
  groups: [{ corp: 'CORP_A', group_id: group, members: [doctor], left: ['88'] }],
  patients: [{ corp: 'CORP_A', patient_id: patient, name: '样例患者', guardian_id: '77' }],
  conversations: [
    conversation('CORP_A', sessionId, 'GROUP', group, patient, 'OPEN'),
    conversation('CORP_A', closedSessionId, 'GROUP', group, patient, 'CLOSED'),
    conversation('CORP_A', singleSessionId, 'SINGLE', doctor, patient, 'OPEN'),
    conversation(
      'CORP_B',
      foreignSessionId,
      'SINGLE',
      '900000000000001',
      '900000000000002',
      'OPEN',
    ),
  ],
  auth_tokens: [
    { corp: 'CORP_A', token: doctorToken, subject: doctor, role: 'doctor' },
    { corp: 'CORP_A', token: patientToken, subject: patient, role: 'patient' },
    { corp: 'CORP_A', token: appToken, app_key: appA.key, subject: doctor, role: 'doctor' },
    { corp: 'CORP_A', token: guardianToken, subject: '77', role: 'patient' },
    { corp: 'CORP_A', token: expiredToken, subject: doctor, role: 'doctor', expires_ms: nowMs },
    { corp: 'CORP_A', token: revokedToken, subject: doctor, role: 'doctor', revoked: true },
    { corp: 'CORP_B', token: foreignToken, subject: doctor, role: 'doctor' },
  ],
}

function conversation(
  corp: string,
  session_id: string,
  kind: 'SINGLE' | 'GROUP',
  bterm_user_id: string,
  cterm_user_id: string,
  state: 'OPEN' | 'CLOSED',
): FollowupSeed['conversations'][number] {
  return { corp, session_id, kind, bterm_user_id, cterm_user_id, state }
}

type Request = RequestOf<typeof followupSend>

/** JSON text of an object without numbers, as the binder hands it over. */
export function jsonObject(text: string): JsonText {
  return { text, value: new Map<string, JsonValue>(Object.entries(JSON.parse(text))) }
}

const sampleRequest = {
  session_id: sessionId,
  bterm_user_id: group,
  cterm_user_id: patient,
  rs_type: '2',
  content: jsonObject('{"text":"abc"}'),
  user_id: doctor,
}

/** The documented sample with some members changed. */
export function message(
  members: Partial<Request['request1']> = {},
  auth_token: string | typeof noToken = doctorToken,
  other: Partial<WriteCall> = {},
): WriteCall<Request> {
  const request1 = { ...sampleRequest, ...members }
  const request = auth_token === noToken ? { request1 } : { request1, auth_token }
  return writeCall(followupSend, request, other)
}

/** What the patient of the sample says. */
export function patientMessage(
  members: Partial<Request['request1']> = {},
  auth_token: string | typeof noToken = patientToken,
): WriteCall<Request> {
  return message({ rs_type: '1', user_id: undefined, ...members }, auth_token)
}
