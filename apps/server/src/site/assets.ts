import { hash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { type AssetName, assetSources } from '@topgate/web'
import { buildSync } from 'esbuild'

/** The folder of bundled files in the site's addresses. */
export const ASSETS_PATH = '/assets/'

export interface Asset {
  readonly type: string
  readonly body: Buffer
}

export interface Assets {
  /** The address of a file. The hash in it changes with the content, so it is kept for ever. */
  addressOf(name: AssetName): string
  find(address: string): Asset | undefined
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css;charset=UTF-8',
  js: 'text/javascript;charset=UTF-8',
  svg: 'image/svg+xml',
}

/**
 * Bundles the stylesheet and the islands in memory: nothing is written anywhere. Synchronous,
 * because the other way leaves a process of the bundler behind.
 */
export function bundleAssets(): Assets {
  const names = Object.keys(assetSources) as AssetName[]
  const { outputFiles } = buildSync({
    entryPoints: names.map((name) => ({
      in: fileURLToPath(assetSources[name]),
      out: name.slice(0, name.lastIndexOf('.')),
    })),
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    loader: { '.svg': 'copy' },
    logLevel: 'silent',
  })
  const addresses = new Map<string, string>()
  const assets = new Map<string, Asset>()
  for (const { path, contents } of outputFiles) {
    const name = path.replaceAll('\\', '/').split('/').at(-1) ?? ''
    const [stem, ending = ''] = splitEnding(name)
    const body = Buffer.from(contents)
    const address = `${ASSETS_PATH}${stem}-${hash('sha256', body, 'hex').slice(0, 12)}.${ending}`
    addresses.set(name, address)
    assets.set(address, { type: types[ending] ?? 'application/octet-stream', body })
  }
  return {
    addressOf(name) {
      const address = addresses.get(name)
      if (address === undefined) throw new Error(`${name} was not bundled`)
      return address
    },
    find: (address) => assets.get(address),
  }
}

function splitEnding(name: string): string[] {
  const dot = name.lastIndexOf('.')
  return [name.slice(0, dot), name.slice(dot + 1)]
}
