const { TopClient } = require('topgate-sdk')
const client = new TopClient({ url, appKey: appkey, secret })

client.execute('taobao.time.get')
  .then((answer) => console.log(answer.body))
  .catch((error) => console.error(error))
