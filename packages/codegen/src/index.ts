/**
 * What follows from contracts: the documentation model, samples in the languages of the pages, the
 * forms for programs. Contracts in, text out; nothing here knows HTML, Node or the network.
 */
export { indentJson, jsonAnswerSample, xmlAnswerSample } from './answer-samples.ts'
export { type ErrorRow, errorRows, platformErrorRows } from './api-errors.ts'
export {
  type CallForm,
  type CallIdentity,
  signedParameters,
  unsignedParameters,
} from './call-parameters.ts'
export { questionsOf } from './common-questions.ts'
export { type CurlCallOptions, curlCall } from './curl-call.ts'
export { documentFromJson, documentToJson } from './document-json.ts'
export { type FieldRow, requestRows, responseRows } from './field-rows.ts'
export { anchorOf, type Guide, type GuideBlock } from './guides/guide.ts'
export { guideMarkdown } from './guides/guide-markdown.ts'
export { guideOfStage } from './guides/guide-of-stage.ts'
export { guides } from './guides/index.ts'
export { type Step, stepsToGet } from './how-to-get.ts'
export {
  type ApiSummary,
  type Category,
  createLibrary,
  type ImportedApis,
  type Library,
} from './library.ts'
export { llmsText } from './llms-text.ts'
export { apiMarkdown } from './markdown.ts'
export { openApiDocument } from './openapi.ts'
export { type PublicParameter, publicParameterRows } from './public-parameters.ts'
export { exampleText, sampleParameters, withExamples } from './sample-values.ts'
export { curlSample, shellWord } from './samples/curl.ts'
export { codeSample, type SampleLanguage, sampleLanguages } from './samples/index.ts'
export { verifiedDay } from './samples/verified.ts'
export type { SdkField, SdkStruct, SdkType } from './sdk/fields.ts'
export { buildSdkModel, type SdkApi, type SdkError, type SdkModel } from './sdk/model.ts'
export {
  generateSdk,
  SDK_VERSION,
  type SdkFile,
  type SdkLanguage,
  type SdkLanguageName,
  sdkCores,
  sdkLanguages,
} from './sdk/sdk.ts'
export { SdkRefusal } from './sdk/sdk-refusal.ts'
export type { ErrorHit } from './search/error-search.ts'
export type { GuideHit } from './search/guide-search.ts'
export { type Found, QUERY_CHARS_MAX } from './search/query-words.ts'
export type { FoundIn, SearchHit } from './search/search.ts'
export { type SearchEntry, searchEntry } from './search/search-entry.ts'
export { createSiteSearch, type SiteFound, type SiteSearch } from './search/site-search.ts'
export { type RepairedCall, repairCall, type ShownCall } from './why/repair-call.ts'
export { repairedCurl } from './why/repaired-curl.ts'
