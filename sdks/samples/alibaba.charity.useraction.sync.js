const { TopClient } = require('topgate-sdk')
const client = new TopClient({ url, appKey: appkey, secret })

client.execute('alibaba.charity.useraction.sync', {
  channel_user_action_dto: {
    activity_id: 12345n,
    event_id: 'UNI_9901',
    tb_user_id: 12345n,
    timestamp_long: 12345n,
    charity_type_sub_code: 'SUB_CODE',
    fore_reg_activity: false,
    features_map: '{}',
    feeling: '公益感言',
    charity_timestamp: '2019-08-08 12:00:00',
    ori_content: '{}',
    third_user_key: '123',
    version: '2',
  },
})
  .then((answer) => console.log(answer.body))
  .catch((error) => console.error(error))
