import type { Bilingual } from './kinds.ts'

/**
 * What a lenient app is forgiven, so that a newcomer's first calls work with ids of his own. Each
 * leniency that a call used is named in the header `X-Topgate-Notice` of its answer; a strict app
 * is forgiven nothing.
 */
export const leniencies = {
  'repeated-parameter': {
    zh: '参数重复且值相同，按一个计算；严格应用返回 43',
    en: 'A parameter was given twice with the same value and counted once; strict apps get 43',
  },
  'undeclared-parameter': {
    zh: '忽略了文档中没有的参数；严格应用返回 41',
    en: 'A parameter that the API does not have was ignored; strict apps get 41',
  },
  'session-ignored': {
    zh: '此 API 不需要 session，忽略了无效的 session；严格应用返回 27',
    en: 'The API needs no session, so a bad one was ignored; strict apps get 27',
  },
  grammar: {
    zh: '值不符合平台的格式（文档未规定），已接受并标记；严格应用返回 50',
    en: 'The value breaks a form that the page does not state; accepted and flagged, strict apps get 50',
  },
  'created-on-first-use': {
    zh: '未登记的对象在首次使用时视为存在；严格应用得到业务失败',
    en: 'Something unknown was taken as existing on its first use; strict apps are declined',
  },
  'synthetic-account': {
    zh: '未知的用户标识对应到一个模拟账号；严格应用查不到账号',
    en: 'An unknown person was given a synthetic account; strict apps find no account',
  },
  'unknown-content': {
    zh: '无法识别的聊天内容按类型 0 保存；严格应用返回失败',
    en: 'Chat content of an unknown form was kept as type 0; strict apps are declined',
  },
  'simulated-failure': {
    zh: '按 event_id 的前缀模拟了平台故障',
    en: 'The prefix of event_id asked for a failure of the platform',
  },
} as const satisfies Record<string, Bilingual>

export type LeniencyName = keyof typeof leniencies

/** A leniency and what it was about: the name of a parameter or field, never its value. */
export type Leniency = LeniencyName | `${LeniencyName}:${string}`

/** Whether a value broke a form that only the platform knows: operators see it as a flag. */
export function isGrammarForgiven(forgiven: readonly Leniency[] | undefined): boolean {
  return forgiven?.some((each) => each.startsWith('grammar:')) === true
}

/** What a notice means; undefined for one of a later version. */
export function explainLeniency(leniency: string): Bilingual | undefined {
  const [name = ''] = leniency.split(':')
  return Object.hasOwn(leniencies, name) ? leniencies[name as LeniencyName] : undefined
}
