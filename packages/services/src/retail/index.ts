/** TAG: a business source marks users whom it knows by some identifier. */
export {
  findTags,
  findTagsOfUser,
  type IdentifierReport,
  type MarkReport,
  type TaggedUser,
  type TagsReport,
} from './find-tags.ts'
export { type RemoveTagsAnswer, type RemoveTagsRequest, removeTags } from './remove-tags.ts'
export {
  type RetailSeed,
  type SeedMobile,
  type SeedSource,
  type SeedTag,
  type SeedTagUser,
  seedRetail,
} from './seed.ts'
export { sensitiveWord } from './sensitive-word.ts'
export { retailLookupsMigration, retailMigration } from './tables.ts'
export { invalidTagAnswer } from './tag-answers.ts'
export { createTagGuard } from './tag-guard.ts'
export { addUserTag, userTagCheck } from './taobao.retail.user.tag.mobile.add.ts'
