import {
  bytes,
  defineTable,
  insertInto,
  int,
  int64,
  lookup,
  type Migration,
  nullable,
  type RowOf,
  text,
  upsertInto,
} from '@topgate/storage'

export type ConversationKind = 'SINGLE' | 'GROUP'
export type ConversationState = 'OPEN' | 'CLOSED' | 'ARCHIVED'
export type TokenRole = 'doctor' | 'patient'

/** What the operator decided for one centre; a centre without a row has the defaults. */
export const followupCorp = defineTable('followup_corp', {
  corp: text,
  auth_token_required: int,
  /** Spaces between. */
  media_hosts: text,
  repeat_text_ms: int,
  unknown_content: int,
})

export const followupDoctor = defineTable('followup_doctor', {
  corp: text,
  doctor_id: text,
  name: text,
})

/** Who may speak in the conversations of a group. `active` is 0 for a doctor who left. */
export const followupMember = defineTable('followup_member', {
  corp: text,
  group_id: text,
  doctor_id: text,
  active: int,
})

/** The guardian may speak for the patient. The name is sealed. */
export const followupPatient = defineTable('followup_patient', {
  corp: text,
  patient_id: text,
  name: bytes,
  guardian_id: nullable(text),
})

/**
 * `head_stamp` is the stamp of the newest message, 0 before the first. `content_key` is the key of
 * this conversation's contents, sealed; it comes with the first message.
 */
export const followupConversation = defineTable('followup_conversation', {
  corp: text,
  session_id: text,
  kind: text,
  bterm_user_id: text,
  cterm_user_id: text,
  state: text,
  closed_reason: nullable(text),
  head_stamp: int,
  content_key: nullable(bytes),
})

/**
 * A token is only known by its keyed tag. `subject` is the doctor, patient or guardian; without
 * `app_key` every app of the centre may use it.
 */
export const followupToken = defineTable('followup_token', {
  corp: text,
  token_tag: text,
  app_key: nullable(text),
  subject: text,
  role: text,
  expires_ms: nullable(int),
  revoked: int,
})

/**
 * The effect table: one row per message, with the memory of its signature. Content is sealed with
 * the key of the conversation. A recall is a row of its own: `recalls` is the id of the message
 * that readers may see no longer, its `content` is empty.
 */
export const followupMessage = defineTable('followup_message', {
  id: int64,
  corp: text,
  session_id: text,
  stamp: int,
  app_key: text,
  rs_type: text,
  sender_id: text,
  content_type: int,
  content: bytes,
  client_msg_tag: nullable(text),
  flags: text,
  recalls: nullable(int64),
  signature: text,
  boundaries: text,
  received_ms: int,
})

/** What tells whether there is something new. */
export const conversationHead = defineTable('followup_conversation', {
  corp: text,
  session_id: text,
  head_stamp: int,
})

/** What a repeated signature needs: its content is that of the call itself. */
export const signedMessage = defineTable('followup_message', {
  id: int64,
  stamp: int,
  app_key: text,
  content_type: int,
  signature: text,
  boundaries: text,
})

export type CorpRow = RowOf<typeof followupCorp>
export type ConversationRow = RowOf<typeof followupConversation>
export type TokenRow = RowOf<typeof followupToken>
export type MessageRow = RowOf<typeof followupMessage>
export type SignedRow = RowOf<typeof signedMessage>

export const corpsByName = lookup(followupCorp, ['corp'])
export const conversationsById = lookup(followupConversation, ['corp', 'session_id'])
export const conversationHeads = lookup(conversationHead, ['corp', 'session_id'])
export const tokensByTag = lookup(followupToken, ['corp', 'token_tag'])
export const membersByGroup = lookup(followupMember, ['corp', 'group_id'])
export const patientsById = lookup(followupPatient, ['corp', 'patient_id'])
export const messagesBySignature = lookup(signedMessage, ['app_key', 'signature'])
export const messagesByClientId = lookup(followupMessage, ['corp', 'session_id', 'client_msg_tag'])

export const messagesById = lookup(followupMessage, ['id'])
export const recallsOfMessages = lookup(followupMessage, ['corp', 'session_id', 'recalls'])

export const insertMessages = insertInto(followupMessage)
export const raiseHeads = upsertInto(followupConversation, ['corp', 'session_id'], {
  head_stamp: 'replace',
})
/** With the key that comes with the first message; later only the owner of the vault changes it. */
export const beginConversations = upsertInto(followupConversation, ['corp', 'session_id'], {
  head_stamp: 'replace',
  content_key: 'replace',
})

/**
 * A signature stays unique for good: it covers its timestamp, so an honest one never comes back
 * once its 21 minutes are over. Equal stamps in one conversation would lose messages at the border
 * of two pages, so the database refuses them too.
 */
export const followupMigration: Migration = {
  number: 6,
  name: 'followup',
  statements: [
    `CREATE TABLE followup_doctor (
      corp {text} NOT NULL,
      doctor_id {text} NOT NULL,
      name {text} NOT NULL,
      PRIMARY KEY (corp, doctor_id)
    ) {table_options}`,
    `CREATE TABLE followup_member (
      corp {text} NOT NULL,
      group_id {text} NOT NULL,
      doctor_id {text} NOT NULL,
      active {int} NOT NULL,
      PRIMARY KEY (corp, group_id, doctor_id)
    ) {table_options}`,
    `CREATE TABLE followup_patient (
      corp {text} NOT NULL,
      patient_id {text} NOT NULL,
      name {bytes} NOT NULL,
      guardian_id {text},
      PRIMARY KEY (corp, patient_id)
    ) {table_options}`,
    `CREATE TABLE followup_conversation (
      corp {text} NOT NULL,
      session_id {text} NOT NULL,
      kind {text} NOT NULL,
      bterm_user_id {text} NOT NULL,
      cterm_user_id {text} NOT NULL,
      state {text} NOT NULL,
      head_stamp {int} NOT NULL,
      PRIMARY KEY (corp, session_id)
    ) {table_options}`,
    `CREATE TABLE followup_token (
      corp {text} NOT NULL,
      token_tag {text} NOT NULL,
      subject {text} NOT NULL,
      role {text} NOT NULL,
      expires_ms {int},
      revoked {int} NOT NULL,
      PRIMARY KEY (corp, token_tag)
    ) {table_options}`,
    `CREATE TABLE followup_message (
      {log_position},
      id {int64} NOT NULL,
      corp {text} NOT NULL,
      session_id {text} NOT NULL,
      stamp {int} NOT NULL,
      app_key {text} NOT NULL,
      rs_type {text} NOT NULL,
      sender_id {text} NOT NULL,
      content_type {int} NOT NULL,
      content {bytes} NOT NULL,
      client_msg_tag {text},
      signature {text} NOT NULL,
      boundaries {text} NOT NULL,
      received_ms {int} NOT NULL
    ) {table_options}`,
    'CREATE UNIQUE INDEX followup_message_stamp ON followup_message (corp, session_id, stamp)',
    'CREATE UNIQUE INDEX followup_message_signature ON followup_message (app_key, signature)',
    `CREATE INDEX followup_message_client ON followup_message (corp, session_id, client_msg_tag)
      WHERE client_msg_tag IS NOT NULL`,
  ],
}

/** Flags, recalls, a content key per conversation, tokens of one app, decisions per centre. */
export const followupRecallMigration: Migration = {
  number: 14,
  name: 'followup-recall',
  statements: [
    `CREATE TABLE followup_corp (
      corp {text} NOT NULL PRIMARY KEY,
      auth_token_required {int} NOT NULL,
      media_hosts {text} NOT NULL,
      repeat_text_ms {int} NOT NULL,
      unknown_content {int} NOT NULL
    ) {table_options}`,
    'ALTER TABLE followup_conversation ADD COLUMN closed_reason {text}',
    'ALTER TABLE followup_conversation ADD COLUMN content_key {bytes}',
    'ALTER TABLE followup_token ADD COLUMN app_key {text}',
    "ALTER TABLE followup_message ADD COLUMN flags {text} NOT NULL DEFAULT ''",
    'ALTER TABLE followup_message ADD COLUMN recalls {int64}',
    `CREATE UNIQUE INDEX followup_message_recalls ON followup_message (corp, session_id, recalls)
      WHERE recalls IS NOT NULL`,
    'CREATE UNIQUE INDEX followup_message_id ON followup_message (id)',
  ],
}
