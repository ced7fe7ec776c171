const { TopClient } = require('topgate-sdk')
const client = new TopClient({ url, appKey: appkey, secret })

client.execute('taobao.top.auth.token.refresh', {
  refresh_token: '6200sandbox0000000000000000000000000000000000000000000007',
})
  .then((answer) => console.log(answer.body))
  .catch((error) => console.error(error))
