import { declined } from '../api.ts'
import { text } from '../kinds.ts'

/** What the APIs of follow-up chats share: who enters which conversation, and why he may not. */

/** The forms are ours: the pages only show samples. */
export const userId = {
  lengthMax: 64,
  pattern: '[0-9]{1,19}',
  patternIsOurs: true,
  needNote: { zh: '1–19 位数字', en: '1 to 19 digits' },
  privacy: 'I',
} as const

export function sessionId(example: string) {
  return text('会话ID', {
    en: 'Conversation',
    example,
    lengthMax: 64,
    pattern: '[0-9a-f]{32}',
    patternIsOurs: true,
    needNote: { zh: '32 位小写十六进制', en: '32 lower-case hexadecimal digits' },
  })
}

export const authToken = text('token用于安全验证', {
  en: 'Token for the security check',
  example: '9eae09db243df99bd67af033decfd257',
  pattern: '[0-9A-Fa-f]{32}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}',
  needNote: { zh: '32 位十六进制或 UUID', en: '32 hexadecimal digits or a UUID' },
  privacy: 'I',
})

export const sessionNotFound = declined(
  'SESSION_NOT_FOUND',
  ['会话不存在，或本人不在会话中', 'No such conversation, or the person is not a member'],
  ['核对 session_id 与各 ID', 'Check session_id and the ids of the people'],
)

export const sessionClosed = declined(
  'SESSION_CLOSED',
  ['会话已结束', 'The conversation is closed'],
  ['请开启新的会话', 'Open a new conversation'],
)

export const tokenInvalid = declined(
  'TOKEN_INVALID',
  ['auth_token 无效或与本人不符', 'auth_token is invalid or belongs to somebody else'],
  ['请重新获取 auth_token', 'Get a new auth_token'],
)

export const tokenExpired = declined(
  'TOKEN_EXPIRED',
  ['auth_token 已过期', 'auth_token has expired'],
  ['请重新获取 auth_token', 'Get a new auth_token'],
)
