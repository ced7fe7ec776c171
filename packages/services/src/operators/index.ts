/** Those who look after the platform: the password of their console, and what they did in it. */
export {
  type AuditAct,
  type AuditLine,
  type AuditNote,
  findAuditLines,
  noteAct,
  saveAuditLines,
} from './audit.ts'
export { hashPassword, verifyPassword } from './password.ts'
export { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN, passwordTrouble } from './password-rules.ts'
export {
  type Credential,
  findCredential,
  type SetPasswordAnswer,
  type SetPasswordRequest,
  setPassword,
} from './set-password.ts'
export { operatorsMigration } from './tables.ts'
