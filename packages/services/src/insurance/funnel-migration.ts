import type { Migration } from '@topgate/storage'

/** The registry that a new installation starts with; an owner loads his own lines over it. */
const stages = `
  ('VISIT_LANDING_PAGE', 10, 'STEP', '', '进入落地页', 'Visits the landing page'),
  ('VIEW_PRODUCT_DETAIL', 20, 'STEP', '', '查看产品详情/条款', 'Views the product and its terms'),
  ('CLICK_INSURE', 30, 'STEP', '', '点击立即投保', 'Clicks to insure'),
  ('START_HEALTH_INFORM', 40, 'STEP', '', '健康告知开始', 'Starts the health notice'),
  ('SUBMIT_HEALTH_INFORM', 40, 'STEP', '', '健康告知提交', 'Submits the health notice'),
  ('HEALTH_INFORM_REJECT', 45, 'EXIT', 'REJECTED', '健康告知不通过', 'Fails the health notice'),
  ('SUBMIT_INSURE_INFO', 50, 'STEP', '', '提交投保信息', 'Submits the insurance details'),
  ('START_UNDERWRITING', 60, 'STEP', '', '开始核保', 'Underwriting starts'),
  ('UNDERWRITING_REJECT', 65, 'EXIT', 'REJECTED', '拒保', 'Underwriting refuses'),
  ('UNDERWRITING_MANUAL', 65, 'WAIT', '', '转人工核保', 'Underwriting goes to a person'),
  ('UNDERWRITING_PASS', 70, 'STEP', '', '核保通过', 'Underwriting passes'),
  ('START_PAY', 80, 'STEP', '', '开始支付', 'Payment starts'),
  ('PAY_FAIL', 85, 'RETRY', '', '支付失败', 'Payment fails'),
  ('PAY_SUCCESS', 90, 'STEP', 'PAID', '支付成功', 'Payment succeeds'),
  ('POLICY_ISSUED', 100, 'STEP', 'ISSUED', '承保出单', 'The policy is issued'),
  ('SIGN_AUTO_RENEWAL', 110, 'OPTION', '', '签约自动续保', 'Signs automatic renewal'),
  ('SURRENDER_APPLY', 200, 'WAIT', '', '申请退保', 'Asks to give the policy back'),
  ('SURRENDER_DONE', 200, 'EXIT', 'SURRENDERED', '退保完成', 'The policy is given back')`

export const insuranceFunnelMigration: Migration = {
  number: 11,
  name: 'insurance-funnel',
  statements: [
    `ALTER TABLE insurance_behavior ADD COLUMN journey {text} NOT NULL DEFAULT '-'`,
    'ALTER TABLE insurance_behavior ADD COLUMN ad {text}',
    `UPDATE insurance_behavior SET journey = CASE
      WHEN flow_id IS NOT NULL THEN 'f:' || CAST(flow_id AS TEXT)
      WHEN click_tag IS NOT NULL THEN 'c:' || click_tag
      ELSE '-' END`,
    // One index finds a repeat and all steps of a flow, so that a step still costs one of them.
    'DROP INDEX insurance_behavior_key',
    `CREATE UNIQUE INDEX insurance_behavior_journey
      ON insurance_behavior (insurer, journey, dedupe_key)`,
    'ALTER TABLE insurance_flow ADD COLUMN issued_ms {int}',
    `ALTER TABLE insurance_flow ADD COLUMN source_page {text} NOT NULL DEFAULT ''`,
    `CREATE TABLE insurance_insurer (
      insurer {text} NOT NULL PRIMARY KEY,
      name {text} NOT NULL,
      landing_hosts {text} NOT NULL
    ) {table_options}`,
    `CREATE TABLE insurance_stage (
      behavior_type {text} NOT NULL PRIMARY KEY,
      ordinal {int} NOT NULL,
      kind {text} NOT NULL CHECK (kind IN ('STEP', 'EXIT', 'WAIT', 'RETRY', 'OPTION')),
      reaches {text} NOT NULL
        CHECK (reaches IN ('', 'REJECTED', 'PAID', 'ISSUED', 'SURRENDERED')),
      name {text} NOT NULL,
      name_en {text} NOT NULL
    ) {table_options}`,
    `INSERT INTO insurance_stage (behavior_type, ordinal, kind, reaches, name, name_en) VALUES
      ${stages}`,
  ],
}
