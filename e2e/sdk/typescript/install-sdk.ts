import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DocumentedApi } from '@topgate/contracts'
import { writeSdk } from '../testing/write-sdk.ts'

/** A folder of its own in which the package is installed as npm would from a registry. */
export interface InstalledSdk {
  readonly folder: string
  /** The file that was installed. */
  readonly tarball: string
  remove(): void
}

/** Packs the SDK for these APIs with `npm pack` and installs that, offline. */
export function installSdk(apis: readonly DocumentedApi[]): InstalledSdk {
  const folder = mkdtempSync(join(tmpdir(), 'topgate-sdk-'))
  const source = join(folder, 'source')
  writeSdk('typescript', apis, source)
  const packed = npm(source, 'pack', '--json', '--pack-destination', folder)
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }]
  const tarball = join(folder, filename)
  const app = join(folder, 'app')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), '{"name":"app","private":true}')
  npm(app, 'install', '--offline', '--no-audit', '--no-fund', tarball)
  return { folder: app, tarball, remove: () => rmSync(folder, { recursive: true }) }
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
