const { TopClient } = require('topgate-sdk')
const client = new TopClient({ url, appKey: appkey, secret })

client.execute('taobao.retail.user.tag.mobile.add', {
  biz_code: '**',
  isv_user_id: '*123**45*',
  open_id: '*123**45*',
  alipay_user_id: '*1234**5678*',
  ext_param: '{}',
})
  .then((answer) => console.log(answer.body))
  .catch((error) => console.error(error))
