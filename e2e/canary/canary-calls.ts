import { behaviour, charity, type Sample, statistics, tag } from '../testing/samples.ts'
import { canaries } from './canaries.ts'
import { DOCTOR, PATIENT, SESSION_ID } from './canary-store.ts'

/** Calls of all five APIs with canaries in every place where a caller may put such a value. */

function tagging(params: Readonly<Record<string, string>>): Sample {
  return { method: tag.method, params: { biz_code: 'BIZ_CANARY', ...params } }
}

const ext = (members: object) => ({ ext_param: JSON.stringify(members) })

const tags: readonly Sample[] = [
  tagging({
    alipay_user_id: canaries.alipayId,
    open_id: canaries.openId,
    isv_user_id: canaries.ownId,
    ...ext({ mobile: canaries.phone, consentId: canaries.note, storeId: canaries.note }),
  }),
  tagging({ isv_user_id: canaries.ownId }),
  tagging({ biz_code: 'BIZ_PHONES', isv_user_id: canaries.phoneAsOwnId }),
  tagging({ alipay_user_id: canaries.alipayIdOfNobody, isv_user_id: canaries.ownId }),
  tagging({ ...ext({ mobile: canaries.phoneOfNobody, consentId: canaries.note }) }),
  tagging({ alipay_user_id: canaries.alipayId, ...ext({ mobile: canaries.phoneOfNobody }) }),
  tagging({ alipay_user_id: canaries.wrongAlipayId }),
  tagging({ ...ext({ mobile: canaries.wrongPhone }) }),
  tagging({ ext_param: `{"mobile":"${canaries.phone}` }),
  tagging({ biz_code: canaries.phone, open_id: canaries.openId }),
]

function action(members: object): Sample {
  return charity('CANARY_1', {
    tb_user_id: Number(canaries.charityUser),
    third_user_key: canaries.thirdUserKey,
    feeling: canaries.feeling,
    ori_content: JSON.stringify({ note: canaries.note }),
    features_map: JSON.stringify({ phone: canaries.phone }),
    ...members,
  })
}

const actions: readonly Sample[] = [
  action({}),
  action({ feeling: `${canaries.feeling} again` }),
  action({ event_id: 'CANARY_2', tb_user_id: undefined }),
  action({ event_id: 'CANARY_3', activity_id: 404 }),
  action({ event_id: 'CANARY_4', ori_content: `{"note":"${canaries.note}` }),
  action({ event_id: 'CANARY_5', charity_timestamp: canaries.phone }),
  action({ event_id: canaries.feeling }),
]

function step(changes: (param0: Record<string, unknown>) => void): Sample {
  const param0 = JSON.parse(behaviour.params.param0 ?? '{}')
  delete param0.flow_id
  changes(param0)
  return { method: behaviour.method, params: { param0: JSON.stringify(param0) } }
}

const landing = 'https://ihealth.zhongan.com/insure/gt/inform'
const personal = `phone=${canaries.phoneInUrl}&openid=${canaries.openId}`
const steps: readonly Sample[] = [
  step((param0) => {
    param0.advertise_org_url = `${landing}?clickid=${canaries.clickId}&${personal}#/?${personal}`
  }),
  step((param0) => {
    param0.advertise_org_url = `no address ${canaries.phoneInUrl}`
  }),
  step((param0) => {
    param0.behavior_time = canaries.phone
  }),
  step((param0) => {
    param0.inst_product_id = 'NOBODYS'
    param0.advertise_org_url = `${landing}?${personal}`
  }),
]

function said(content: string, members: object, auth_token: string): Sample {
  const sender = { session_id: SESSION_ID, bterm_user_id: DOCTOR, cterm_user_id: PATIENT }
  return {
    method: 'alibaba.alihealth.followup.send',
    params: {
      request1: JSON.stringify({ ...sender, rs_type: '2', user_id: DOCTOR, content, ...members }),
      auth_token,
    },
  }
}

const words = (text: string) => JSON.stringify({ text })
const patient = { rs_type: '1', user_id: undefined }
const messages: readonly Sample[] = [
  said(words(canaries.chatText), {}, canaries.doctorToken),
  said(words(canaries.chatFromPatient), patient, canaries.patientToken),
  said(words(canaries.refusedText), {}, canaries.wrongToken),
  said(words(canaries.refusedText), {}, canaries.patientToken),
  said(`{"text":"${canaries.refusedText}`, {}, canaries.doctorToken),
  said(words(canaries.refusedText), { session_id: 'f'.repeat(32) }, canaries.doctorToken),
  said(words(canaries.refusedText), { rs_type: canaries.phone }, canaries.doctorToken),
  said(JSON.stringify({ diagnose: canaries.refusedText }), patient, canaries.patientToken),
]

const rows: readonly Sample[] = [
  { ...statistics, session: canaries.session },
  { ...statistics, session: canaries.wrongSession },
  {
    ...statistics,
    session: canaries.session,
    params: { req: JSON.stringify({ type: 1, data: `[{"store_id":"${canaries.phone}"}]` }) },
  },
]

/** What the gateway itself refuses. */
const refused: readonly Sample[] = [
  { method: canaries.secret, params: { a: canaries.phone } },
  {
    method: tag.method,
    params: { undeclared: canaries.alipayId, ...ext({ mobile: canaries.phone }) },
  },
  { method: tag.method, params: { open_id: `\u0000${canaries.openId}` } },
  { method: tag.method, params: { format: canaries.phone } },
  { method: behaviour.method, params: { param0: canaries.phone } },
  { method: behaviour.method, params: { param0: `{"flow_id":"${canaries.phone}x"}` } },
]

export const canaryCalls: readonly Sample[] = [
  ...tags,
  ...actions,
  ...steps,
  ...messages,
  ...rows,
  ...refused,
]
