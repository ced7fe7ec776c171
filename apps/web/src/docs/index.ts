/** The documentation centre. */
export { type ApiPageData, apiPage } from './api-page.ts'
export { cataloguePage, categoryPage } from './catalogue-page.ts'
export {
  API_FOLDER,
  apiPath,
  DOCS_PATH,
  GUIDES_PATH,
  guidePath,
  SDK_PATH,
  SEARCH_PATH,
  SUGGESTIONS_PATH,
  TOOL_PATH,
} from './frame.ts'
export { guidePage, guidesPage } from './guide-page.ts'
export { sdkPage } from './sdk/sdk-page.ts'
export { searchGroups, searchPage } from './search-page.ts'
export { type ToolPageData, toolNotServedPage, toolPage } from './tool/tool-page.ts'
export { notFoundPage, unknownApiPage, unknownLanguagePage } from './trouble-page.ts'
export { whyPage } from './why-page.ts'
export { WHY_PATH, whyPath } from './why-path.ts'
