/**
 * Values that stand for what must not be seen: one of each kind, none of which occurs anywhere else.
 * Numbers have the form of real ones in ranges that are nobody's.
 */
export const canaries = {
  phone: '13755500123',
  phoneOfNobody: '13755500456',
  phoneAsOwnId: '13755500789',
  phoneInUrl: '13755500321',
  wrongPhone: '137555004567',
  alipayId: '2088900755501111',
  alipayIdOfNobody: '2088900755502222',
  wrongAlipayId: '208890075550333344',
  openId: 'CanaryOpenId5550101',
  ownId: 'canary-own-id-5550102',
  account: '2299755501010',
  nick: '金丝雀昵称五五五',
  charityUser: '2299755502020',
  thirdUserKey: 'canary-third-key-5550103',
  feeling: '金丝雀感言一二三四',
  note: 'canary-ori-content-5550104',
  chatText: '金丝雀胸口疼得厉害',
  chatFromPatient: '金丝雀睡不着觉了',
  refusedText: '金丝雀被拒绝的话',
  patientName: '金丝雀患者名',
  doctorToken: 'ca9a12bc5550105ca9a12bc5550105aa',
  patientToken: 'ca9a12bc5550106ca9a12bc5550106aa',
  wrongToken: 'ca9a12bc5550107ca9a12bc5550107aa',
  session: '6200canary5550108000000000000000000000000000000000000001',
  wrongSession: '6200canary5550109000000000000000000000000000000000000001',
  sessionNick: '金丝雀商家昵称',
  secret: 'canarysecret5550110aaaaaaaaaaaaa',
  previousSecret: 'canarysecret5550111aaaaaaaaaaaaa',
  clickId: 'canaryClickId5550112AAAABBBBCCCC',
} as const

export type CanaryName = keyof typeof canaries

/** What an answer gives back because the page says so: the words that the caller has just sent. */
export const echoed: ReadonlySet<CanaryName> = new Set(['chatText', 'chatFromPatient'])
