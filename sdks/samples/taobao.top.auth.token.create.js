const { TopClient } = require('topgate-sdk')
const client = new TopClient({ url, appKey: appkey, secret })

client.execute('taobao.top.auth.token.create', {
  code: 'sandboxauthorizationcode00000001',
  uuid: 'abc',
})
  .then((answer) => console.log(answer.body))
  .catch((error) => console.error(error))
