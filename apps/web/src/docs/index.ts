/** The documentation centre. */
export { type ApiPageData, apiPage } from './api-page.ts'
export { cataloguePage, categoryPage } from './catalogue-page.ts'
export { API_FOLDER, DOCS_PATH } from './frame.ts'
export { notFoundPage, unknownApiPage, unknownLanguagePage } from './trouble-page.ts'
