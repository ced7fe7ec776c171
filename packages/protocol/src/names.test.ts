import { describe, expect, it } from 'vitest'
import { itemName, responseRoot } from './names.ts'

describe('the root of an answer', () => {
  it.each([
    ['taobao.time.get', 'time_get_response'],
    ['taobao.retail.user.tag.mobile.add', 'retail_user_tag_mobile_add_response'],
    ['alibaba.charity.useraction.sync', 'alibaba_charity_useraction_sync_response'],
    [
      'tmall.alihouse.customer.clue.out.invest.total.data.back.flow',
      'tmall_alihouse_customer_clue_out_invest_total_data_back_flow_response',
    ],
    ['taobaoxyz.a.b', 'taobaoxyz_a_b_response'],
    ['a.taobao.b', 'a_taobao_b_response'],
  ])('of %s is %s', (method, root) => {
    expect(responseRoot(method)).toBe(root)
  })
})

describe('the item of a list', () => {
  it.each([
    ['ErrorInfo', 'error_info'],
    ['NTbkItem', 'n_tbk_item'],
    ['CrowdDTO', 'crowd_d_t_o'],
    ['OAPIFormDataReqVO', 'o_a_p_i_form_data_req_v_o'],
    ['TaohuaItemPVPair', 'taohua_item_p_v_pair'],
    ['String', 'string'],
    ['Number', 'number'],
    ['Json', 'json'],
    ['Price', 'price'],
    ['Boolean', 'boolean'],
    ['Date', 'date'],
    ['byte', 'byte'],
  ])('of type %s is %s', (typeName, name) => {
    expect(itemName(typeName)).toBe(name)
  })
})
