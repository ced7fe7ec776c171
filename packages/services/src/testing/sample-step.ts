import { type RequestOf, userBehaviorSync } from '@topgate/contracts'

const fields = userBehaviorSync.request.param0.fields

export type Step = NonNullable<RequestOf<typeof userBehaviorSync>['param0']>

/** The documented sample, as the binder hands it over. */
export const sampleStep: Step = {
  advertise_org_url: fields.advertise_org_url.example,
  inst_product_id: 'CU95',
  channel_source_name: '优矩-抖音',
  inst_goods_code: 'G202106170002',
  behavior_type: 'START_UNDERWRITING',
  flow_id: 1800001886002007960n,
  /** 2022-02-23 18:46:04 in Beijing. */
  behavior_time: Date.UTC(2022, 1, 23, 10, 46, 4),
}
