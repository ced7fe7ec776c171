'use strict'

// Runs the samples of samples.json with a client that nobody listens to: a request that the SDK takes
// ends with a broken transport, any other before it is sent.
const { TopClient } = require('topgate-sdk')
const samples = require('./samples.json')

const client = new TopClient({ url: 'http://127.0.0.1:1/', appKey: '1', secret: 's', triesMax: 1 })
const names = ['require', 'url', 'appkey', 'secret', 'sessionKey', 'console']
const silent = { log() {}, error() {} }

async function problemOf(code) {
  let answer
  class SampleClient {
    execute(...call) {
      answer = client.execute(...call)
      return answer
    }
  }
  // What a sample loads: the client, and perhaps a file to send.
  const load = (name) =>
    name === 'topgate-sdk'
      ? { TopClient: SampleClient }
      : { readFileSync: () => Buffer.from('content') }
  new Function(...names, code)(load, 'url', 'key', 'secret', 'session', silent)
  const error = await answer.catch((reason) => reason)
  return error.kind === 'transport' ? undefined : String(error)
}

async function main() {
  const problems = {}
  for (const [method, code] of samples) {
    const problem = await problemOf(code).catch(String)
    if (problem !== undefined) problems[method] = problem
  }
  console.log(JSON.stringify({ taken: samples.length - Object.keys(problems).length, problems }))
}

void main()
