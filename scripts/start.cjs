'use strict'

// npm start: installs what is missing, then serves.

const { join } = require('node:path')
const { install } = require('./install.cjs')
const { root, runOnNode } = require('./run-on-node.cjs')
const { runMain } = require('./say.cjs')

runMain(async () => {
  await install({ dev: false })
  return runOnNode([join(root, 'apps/cli/src/main.ts'), 'start', ...process.argv.slice(2)])
})
