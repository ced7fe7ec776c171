'use strict'

// npm run sdks: installs what is missing, then writes everything under sdks/ anew.

const { join } = require('node:path')
const { install } = require('./install.cjs')
const { root, runOnNode } = require('./run-on-node.cjs')
const { runMain } = require('./say.cjs')

runMain(async () => {
  await install({ dev: true })
  return runOnNode([join(root, 'e2e/sdk/write-sdks.ts')])
})
