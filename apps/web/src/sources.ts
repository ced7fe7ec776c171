import type { AssetName } from './layout/page.ts'

/** Where the files that pages load come from; whoever serves the pages bundles them. */
export const assetSources: Readonly<Record<AssetName, URL>> = {
  'site.css': new URL('./styles/site.css', import.meta.url),
  'favicon.svg': new URL('./styles/favicon.svg', import.meta.url),
  'theme.js': new URL('./islands/theme.ts', import.meta.url),
  'site.js': new URL('./islands/site.ts', import.meta.url),
  'signing.js': new URL('./islands/signing.ts', import.meta.url),
  'tool.js': new URL('./islands/tool.ts', import.meta.url),
  'live.js': new URL('./islands/live.ts', import.meta.url),
}
