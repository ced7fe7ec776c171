/** Many calls through the unmodified npm package: `calls` as JSON, all at once, results in order. */
const { default: TopClient } = require('node-taobao-topclient')

const [url, calls] = process.argv.slice(2)
const results = JSON.parse(calls).map(({ appkey, appsecret, method, params }) =>
  new TopClient({ appkey, appsecret, REST_URL: `${url}/router/rest` }).execute(method, params).then(
    (answer) => ({ answer }),
    ({ name, code, sub_code }) => ({ error: { name, code, sub_code } }),
  ),
)
void Promise.all(results).then((done) => process.stdout.write(JSON.stringify(done)))
