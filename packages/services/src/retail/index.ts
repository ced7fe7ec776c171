/** TAG: a business source marks users whom it knows by some identifier. */
export {
  type RetailSeed,
  type SeedMobile,
  type SeedSource,
  type SeedTag,
  type SeedTagUser,
  seedRetail,
} from './seed.ts'
export { retailMigration } from './tables.ts'
export { invalidTagAnswer } from './tag-answers.ts'
export { addUserTag, userTagCheck } from './taobao.retail.user.tag.mobile.add.ts'
