/** IM: follow-up chats between doctors and patients. */
export { recallFollowup } from './alibaba.alihealth.followup.dialogrecord.recall.ts'
export { fetchFollowup } from './alibaba.alihealth.followup.fetch.ts'
export { sendFollowup } from './alibaba.alihealth.followup.send.ts'
export { createChatGuard } from './chat-guard.ts'
export {
  type ConversationMember,
  type ConversationQuestion,
  type ConversationReport,
  findConversations,
  type MessageReport,
} from './find-conversations.ts'
export { defaultFollowupPolicy, type FollowupPolicy } from './policy.ts'
export {
  type FollowupSeed,
  type SeedConversation,
  type SeedCorp,
  type SeedGroup,
  type SeedPatient,
  type SeedToken,
  seedFollowup,
} from './seed.ts'
export { followupMigration, followupRecallMigration } from './tables.ts'
