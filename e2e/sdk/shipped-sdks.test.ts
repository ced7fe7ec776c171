import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sdkCores } from '@topgate/codegen'
import { expect, it } from 'vitest'
import { shippedSdks } from './shipped-sdks.ts'
import { buildCore } from './typescript/build-core.ts'

const howTo = 'run `npm run sdks` and commit what it writes'

it.each(shippedSdks())('what is kept of $folder is what is generated now', ({ folder, files }) => {
  const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const)
  const fresh = files.map(({ path, text }) => [path, text] as const)
  const differing = fresh.filter(([path, text]) => new Map(kept).get(path) !== text)
  const stray = kept.filter(([path]) => !new Map(fresh).has(path))
  expect(
    [...differing, ...stray].map(([path]) => path),
    howTo,
  ).toEqual([])
})

it('the client in the TypeScript package is built from packages/sdk as it is now', () => {
  const kept = (name: string) =>
    readFileSync(join(fileURLToPath(sdkCores), 'typescript', name), 'utf8')
  const { code, declarations } = buildCore()
  expect(kept('core.js') === code, howTo).toBe(true)
  expect(kept('core.d.ts') === declarations, howTo).toBe(true)
  expect(declarations).not.toMatch(/^import |from '/m)
}, 120_000)
