import { type Guide, points, run, say, section } from './guide.ts'

const program = `import { createHash, createHmac } from 'node:crypto'

const secret = 'helloworld'
const parameters = {
  method: 'taobao.item.seller.get',
  app_key: '12345678',
  session: 'test',
  timestamp: '2016-01-01 12:00:00',
  format: 'json',
  v: '2.0',
  sign_method: 'md5',
  fields: 'num_iid,title,nick,price,num',
  num_iid: '11223344',
}

// 1. Sort by name, in ASCII order. 2. Join names and values with nothing between.
const text = Object.entries(parameters)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, value]) => name + value)
  .join('')

// 3. md5: the secret stands at both ends. hmac and hmac-sha256: the secret is the key.
const sign = {
  md5: () => createHash('md5').update(secret + text + secret),
  hmac: () => createHmac('md5', secret).update(text),
  'hmac-sha256': () => createHmac('sha256', secret).update(text),
}
console.log(sign[parameters.sign_method]().digest('hex').toUpperCase())
`

export const signing: Guide = {
  name: 'signing',
  title: { zh: '签名', en: 'Signing' },
  lead: {
    zh: '签名怎么算、常见的错误，以及如何与您的程序逐步对照。',
    en: 'How a signature is made, what usually goes wrong, and how to compare with your own.',
  },
  sections: [
    section(
      '算法',
      'The rule',
      points(
        [
          '取全部参数：公共参数与业务参数，不含 `sign` 和文件。',
          'Take all parameters, public and business ones, without `sign` and files.',
        ],
        ['按名称的 ASCII 顺序排序。', 'Sort them by name in ASCII order.'],
        [
          '名称与值首尾相连，不加分隔符；值用原文，不做 URL 编码。',
          'Join names and values with nothing between; values as they are, not URL-encoded.',
        ],
        [
          '按 `sign_method` 计算摘要：`md5` 在文本两端加上 AppSecret；`hmac`、`hmac-sha256` 以 AppSecret 为密钥。取大写十六进制。',
          'Take the digest named by `sign_method`: `md5` of the text with the secret at both ends; `hmac` and `hmac-sha256` with the secret as key. Write it in upper-case hexadecimal.',
        ],
      ),
    ),
    section(
      '动手试试',
      'Try it',
      say(
        '改动任意一个值，文本与签名随之变化。全部在本页计算。',
        'Change any value: text and signature follow. All of it is computed in this page.',
      ),
      { kind: 'signing-lab' },
    ),
    section(
      '用代码实现',
      'In code',
      say(
        '下面的程序算出的签名，与 TOP 官方文档公布的一致。',
        'This program computes the signature that the official TOP guide publishes.',
      ),
      { kind: 'program', code: program, prints: '66987CB115214E59E6EC978214934FB8' },
    ),
    section(
      '签名不符时',
      'When it does not fit',
      say(
        '在沙箱里，错误 25 的 `sub_msg` 会指出最可能的原因。也可以打印三种算法的待签名文本来对照：',
        'In a sandbox the `sub_msg` of error 25 names the likely cause. Or print the text and each digest, to compare with yours:',
      ),
      run('npx topgate sign taobao.time.get', 'HMAC-SHA256(key secret, string)'),
      points(
        [
          '值在签名前被 URL 编码了：先用原文签名，发送时再编码。',
          'Values were URL-encoded before signing: sign first, encode when sending.',
        ],
        [
          '`md5` 只在一端加了 AppSecret：两端都要加。',
          '`md5` with the secret at one end only: it stands at both.',
        ],
        ['`timestamp` 不是北京时间。', '`timestamp` is not Beijing time.'],
        ['文本不是 UTF-8 编码。', 'The text is not UTF-8.'],
      ),
    ),
  ],
}
