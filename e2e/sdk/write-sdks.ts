import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sdkCores } from '@topgate/codegen'
import { shippedSdks } from './shipped-sdks.ts'
import { buildCore } from './typescript/build-core.ts'

/** Writes everything under `sdks/` anew, and the built core of the TypeScript SDK before it. */
const core = buildCore()
const coreFolder = join(fileURLToPath(sdkCores), 'typescript')
writeFileSync(join(coreFolder, 'core.js'), core.code)
writeFileSync(join(coreFolder, 'core.d.ts'), core.declarations)

for (const { folder, files } of shippedSdks()) {
  rmSync(folder, { recursive: true, force: true })
  for (const { path, text, isExecutable } of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text, { mode: isExecutable === true ? 0o755 : 0o644 })
  }
  console.log(`${folder}: ${files.length} files`)
}
