#!/usr/bin/env node
'use strict'

// The `topgate` command. It only finds the right Node for src/main.ts. A command installs nothing:
// it may run in a script, on a server without a network, or beside another command.

const { join } = require('node:path')
const { whyInstall } = require('../../../scripts/install.cjs')
const { root, runOnNode } = require('../../../scripts/run-on-node.cjs')
const { SetupError, runMain } = require('../../../scripts/say.cjs')

runMain(() => {
  const reason = whyInstall({ dev: false })
  if (reason !== undefined) throw new SetupError(`${reason}: run \`npm ci\` in ${root}`)
  return runOnNode([join(__dirname, '../src/main.ts'), ...process.argv.slice(2)])
})
