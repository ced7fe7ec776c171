'use strict'

const { table } = require('./apis.js')
const core = require('./core.js')

class TopClient extends core.TopClient {
  constructor(options) {
    super(table, options)
  }
}

module.exports = { ...core, TopClient }
