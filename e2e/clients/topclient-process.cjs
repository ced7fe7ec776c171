/** Calls through the unmodified npm package, which formats timestamps in the zone of its process. */
const { default: TopClient } = require('node-taobao-topclient')

const [url, appkey, appsecret, method, params] = process.argv.slice(2)
const client = new TopClient({ appkey, appsecret, REST_URL: `${url}/router/rest` })
const print = (result) => process.stdout.write(JSON.stringify(result))
client.execute(method, JSON.parse(params)).then(
  (answer) => print({ answer }),
  (error) => print({ error: { name: error.name, code: error.code, sub_code: error.sub_code } }),
)
