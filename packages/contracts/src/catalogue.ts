import type { ApiContract } from './api.ts'
import { userActionSync } from './charity/alibaba.charity.useraction.sync.ts'
import { followupRecall } from './followup/alibaba.alihealth.followup.dialogrecord.recall.ts'
import { followupFetch } from './followup/alibaba.alihealth.followup.fetch.ts'
import { followupSend } from './followup/alibaba.alihealth.followup.send.ts'
import { investDataBackFlow } from './house/tmall.alihouse.customer.clue.out.invest.total.data.back.flow.ts'
import { userBehaviorSync } from './insurance/alibaba.alihealth.insurance.inst.user.behavior.sync.ts'
import { userTagMobileAdd } from './retail/taobao.retail.user.tag.mobile.add.ts'
import { appIpGet } from './system/taobao.appip.get.ts'
import { timeGet } from './system/taobao.time.get.ts'
import { authTokenCreate } from './system/taobao.top.auth.token.create.ts'
import { authTokenRefresh } from './system/taobao.top.auth.token.refresh.ts'

/** Every API of the platform. A new one is a new file and a line here. */
export const catalogue: readonly ApiContract[] = [
  userBehaviorSync,
  userActionSync,
  investDataBackFlow,
  userTagMobileAdd,
  followupSend,
  followupFetch,
  followupRecall,
  timeGet,
  appIpGet,
  authTokenCreate,
  authTokenRefresh,
]
