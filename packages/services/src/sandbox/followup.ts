import type { FollowupSeed } from '../followup/index.ts'

const CORP_A = 'CORP_A'
const DOCTOR = '153315451244705'
const GROUP = '2034131106552037'
const PATIENT = '5394977607673890'
const EXPIRED_MS = Date.UTC(2020, 0, 1)

const conversation = {
  corp: CORP_A,
  kind: 'GROUP',
  bterm_user_id: GROUP,
  cterm_user_id: PATIENT,
  state: 'OPEN',
} as const

export const sandboxFollowup: FollowupSeed = {
  doctors: [{ corp: CORP_A, doctor_id: DOCTOR, name: '样例医生' }],
  groups: [{ corp: CORP_A, group_id: GROUP, members: [DOCTOR] }],
  patients: [{ corp: CORP_A, patient_id: PATIENT, name: '样例患者' }],
  conversations: [
    { ...conversation, session_id: '78bfcced948a65d29c5c77f1cd3367a2' },
    { ...conversation, session_id: '00000000000000000000000000000c10', state: 'CLOSED' },
    {
      corp: 'CORP_B',
      session_id: '00000000000000000000000000000b02',
      kind: 'SINGLE',
      bterm_user_id: '900000000000001',
      cterm_user_id: '900000000000002',
      state: 'OPEN',
    },
  ],
  auth_tokens: [
    { corp: CORP_A, token: '9eae09db243df99bd67af033decfd257', subject: DOCTOR, role: 'doctor' },
    { corp: CORP_A, token: '9eae09db243df99bd67af033decfd258', subject: PATIENT, role: 'patient' },
    {
      corp: CORP_A,
      token: '9eae09db243df99bd67af033decfd259',
      subject: DOCTOR,
      role: 'doctor',
      expires_ms: EXPIRED_MS,
    },
  ],
}
