'use strict'

// npm run bench: installs what is missing, then measures.

const { join } = require('node:path')
const { install } = require('./install.cjs')
const { root, runOnNode } = require('./run-on-node.cjs')
const { runMain } = require('./say.cjs')

runMain(async () => {
  await install({ dev: true })
  return runOnNode([join(root, 'bench/run.ts'), ...process.argv.slice(2)])
})
