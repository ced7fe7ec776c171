// Promises of the types of the shipped package: what compiles, and what does not. tsc holds them in
// the repository, and typescript.test.ts once more where the package is installed.
import { type AlibabaCharityUseractionSyncRequest, TopClient, TopError } from 'topgate-sdk'

const client = new TopClient({ url: 'http://127.0.0.1/', appKey: '1', secret: 's' })
const action: AlibabaCharityUseractionSyncRequest.ChannelUserActionDto = {
  activity_id: 12345n,
  event_id: 'UNI_9901',
  charity_timestamp: new Date(0),
}

export async function compiles(): Promise<void> {
  const answer = await client.execute('alibaba.charity.useraction.sync', {
    channel_user_action_dto: action,
  })
  const code: bigint | undefined = answer.data.result?.code
  const hours: string | undefined = answer.data.result?.data?.charity_hours
  const id: string | undefined = answer.requestId
  if (!answer.success) {
    const { code, remedy } = answer.decline
    console.log(code, remedy?.zh, remedy?.en)
  }
  const { data } = await client.execute('taobao.time.get')
  const time: Date | undefined = data.time
  console.log(code, hours, id, time)
  // A value that is not documented, and a number that is exact.
  await client.execute('alibaba.alihealth.followup.fetch', {
    request1: { session_id: 's', fetch_type: '3', page_size: 10 },
  })
  try {
    await client.execute('taobao.time.get', {}, { session: 's', signal: AbortSignal.timeout(1) })
  } catch (error) {
    if (error instanceof TopError) console.log(error.retry, error.mayHaveRun)
  }
}

export function doesNotCompile(): void {
  // @ts-expect-error a method that no API has
  void client.execute('alibaba.charity.useraction.snyc', { channel_user_action_dto: action })
  // @ts-expect-error the request is missing
  void client.execute('alibaba.charity.useraction.sync')
  // @ts-expect-error a required field is missing
  void client.execute('alibaba.charity.useraction.sync', {})
  const { activity_id: _, ...withoutActivity } = action
  const incomplete = { channel_user_action_dto: withoutActivity }
  // @ts-expect-error a required field inside a struct is missing
  void client.execute('alibaba.charity.useraction.sync', incomplete)
  void client.execute('alibaba.charity.useraction.sync', {
    // @ts-expect-error text where an integer of 64 bits is needed
    channel_user_action_dto: { ...action, activity_id: '12345' },
  })
  void client.execute('alibaba.charity.useraction.sync', {
    // @ts-expect-error a field that is misspelt
    channel_user_action_dto: { ...action, evnt_id: 'x' },
  })
  // @ts-expect-error the request of another API
  void client.execute('alibaba.alihealth.followup.send', { channel_user_action_dto: action })
  // @ts-expect-error the gateway has no address
  void new TopClient({ appKey: '1', secret: 's' })
}

export async function readsWhatIsThere(): Promise<void> {
  const { data } = await client.execute('taobao.retail.user.tag.mobile.add', {})
  // @ts-expect-error no such member in the answer
  console.log(data.results)
  // @ts-expect-error it may be absent
  console.log(data.module.tag_success)
}
