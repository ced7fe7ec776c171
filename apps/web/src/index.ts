/** The pages of the site: functions from data to HTML, without I/O. The server mounts them. */
export { badge, codeBlock, type Tab, type Tone, table, tabs } from './components.ts'
export * from './console/index.ts'
export * from './docs/index.ts'
export { type Html, html, type Part, trusted } from './html.ts'
export { inLanguage, LANGUAGES, type Language, readLanguage } from './language.ts'
export {
  type AssetName,
  type Frame,
  type NavigationItem,
  type PageContent,
  type PageContext,
  renderPage,
} from './layout/page.ts'
export * from './oauth/index.ts'
export { assetSources } from './sources.ts'
