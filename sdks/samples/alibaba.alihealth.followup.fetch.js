const { TopClient } = require('topgate-sdk')
const client = new TopClient({ url, appKey: appkey, secret })

client.execute('alibaba.alihealth.followup.fetch', {
  request1: {
    session_id: '78bfcced948a65d29c5c77f1cd3367a2',
    bterm_user_id: '2034131106552037',
    cterm_user_id: '5394977607673890',
    fetch_type: '1',
    last_time_stamp: '0',
    page_size: 10n,
    user_id: '153315451244705',
    rs_type: '2',
    wait_seconds: 0n,
  },
  auth_token: '9eae09db243df99bd67af033decfd257',
})
  .then((answer) => console.log(answer.body))
  .catch((error) => console.error(error))
