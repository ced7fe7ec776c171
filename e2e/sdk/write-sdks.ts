import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sdkCores } from '@topgate/codegen'
import { shippedSdks } from './shipped-sdks.ts'
import { writeFiles } from './testing/write-sdk.ts'
import { buildCore } from './typescript/build-core.ts'

/** Writes everything under `sdks/` anew, and the built core of the TypeScript SDK before it. */
const core = buildCore()
const coreFolder = join(fileURLToPath(sdkCores), 'typescript')
writeFileSync(join(coreFolder, 'core.js'), core.code)
writeFileSync(join(coreFolder, 'core.d.ts'), core.declarations)

for (const { folder, files } of shippedSdks()) {
  rmSync(folder, { recursive: true, force: true })
  writeFiles(folder, files)
  console.log(`${folder}: ${files.length} files`)
}
