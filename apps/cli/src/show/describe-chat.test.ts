import type { ConversationReport } from '@topgate/server'
import { expect, it } from 'vitest'
import { describeChat } from './describe-chat.ts'

const message = {
  received_ms: Date.UTC(2026, 0, 2, 3, 4, 5),
  role: 'doctor',
  sender_id: '1533****4705',
  flags: [],
  app_key: '10000001',
  recalls: null,
  content: null,
} as const

const report: ConversationReport = {
  corp: 'CORP_A',
  session_id: '78bfcced948a65d29c5c77f1cd3367a2',
  kind: 'GROUP',
  state: 'CLOSED',
  closed_reason: 'transferred',
  head_stamp: 1767323045002,
  members: [
    { role: 'group', id: '2034****6037', name: null, status: 'active' },
    { role: 'doctor', id: '1533****4705', name: '样**', status: 'left' },
  ],
  messages: [
    {
      ...message,
      id: 900000000000000001n,
      stamp: 1767323045001,
      content_type: 1,
      state: 'RECALLED',
      flags: ['RISK_URGENT', 'DUPLICATE_KEY'],
    },
    {
      ...message,
      id: 900000000000000002n,
      stamp: 1767323045002,
      content_type: 40,
      state: 'RECALL',
      recalls: 900000000000000001n,
    },
  ],
  has_earlier: true,
}

it('describes members and messages in columns, and says how to see more', () => {
  expect(describeChat(report)).toBe(`Conversation 78bfcced948a65d29c5c77f1cd3367a2 of centre CORP_A
  kind   GROUP
  state  CLOSED (transferred)

Members
  role    id            name  status
  group   2034****6037  -     active
  doctor  1533****4705  样**  left

Messages
  stamp          Beijing time         role    sender        type  state                         id                  flags
  1767323045001  2026-01-02 11:04:05  doctor  1533****4705  1     RECALLED                      900000000000000001  RISK_URGENT, DUPLICATE_KEY
  1767323045002  2026-01-02 11:04:05  doctor  1533****4705  40    RECALL of 900000000000000001  900000000000000002  -
  older ones: --before 1767323045001`)
})
