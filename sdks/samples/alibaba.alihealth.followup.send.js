const { TopClient } = require('topgate-sdk')
const client = new TopClient({ url, appKey: appkey, secret })

client.execute('alibaba.alihealth.followup.send', {
  request1: {
    session_id: '78bfcced948a65d29c5c77f1cd3367a2',
    bterm_user_id: '2034131106552037',
    cterm_user_id: '5394977607673890',
    rs_type: '2',
    content: '{"text":"abc"}',
    user_id: '153315451244705',
  },
  auth_token: '9eae09db243df99bd67af033decfd257',
})
  .then((answer) => console.log(answer.body))
  .catch((error) => console.error(error))
