const { TopClient } = require('topgate-sdk')
const client = new TopClient({ url, appKey: appkey, secret })

client.execute('alibaba.alihealth.followup.dialogrecord.recall', {
  auth_token: '9eae09db243df99bd67af033decfd257',
  request1: {
    record_id: '1800000767768343',
    doctor_id: '153315451244705',
    session_id: '78bfcced948a65d29c5c77f1cd3367a2',
    bterm_user_id: '2034131106552037',
    sufferer_id: '5394977607673890',
    rs_type: '2',
  },
})
  .then((answer) => console.log(answer.body))
  .catch((error) => console.error(error))
