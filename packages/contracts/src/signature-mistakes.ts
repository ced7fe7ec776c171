import type { Bilingual } from './kinds.ts'

/**
 * What clients do wrong when they sign, by a name that may be shown to anybody whom the app belongs
 * to: it says nothing about a secret or a value. The gateway knows how each of them signs; here are
 * the words.
 */
export const signatureMistakes = {
  'no-sign-method': {
    zh: '缺少 sign_method：请传 md5、hmac 或 hmac-sha256，并让它参与签名',
    en: 'sign_method is missing: send md5, hmac or hmac-sha256, and sign it with the rest',
  },
  'unknown-sign-method': {
    zh: 'sign_method 只能是 md5、hmac 或 hmac-sha256（小写）',
    en: 'sign_method is md5, hmac or hmac-sha256, in lower case',
  },
  'not-32-digits': {
    zh: 'md5 与 hmac 的 sign 应为 32 位十六进制，收到 {about} 个字符',
    en: 'sign of md5 and hmac has 32 hexadecimal digits, this one has {about} characters',
  },
  'not-64-digits': {
    zh: 'hmac-sha256 的 sign 应为 64 位十六进制，收到 {about} 个字符',
    en: 'sign of hmac-sha256 has 64 hexadecimal digits, this one has {about} characters',
  },
  'changed-after-signing': {
    zh: '参数在签名之后被改动了：此 sign 属于另一个已收到的请求',
    en: 'The parameters were changed after signing: this sign belongs to another call that came before',
  },
  'other-sign-method': {
    zh: 'sign 是用 {about} 算的，与 sign_method 所说的不同',
    en: 'sign was computed by {about}, and sign_method names another one',
  },
  'previous-secret': {
    zh: '用轮换前的旧 AppSecret 签名了，它已经失效：请改用新的 AppSecret',
    en: 'Signed with the secret from before the rotation, which has ended: use the new secret',
  },
  'url-encoded': {
    zh: '参数值在签名前被 URL 编码了：请用原文签名，发送时再编码',
    en: 'Values were URL-encoded before signing: sign them as they are, encode them only to send',
  },
  unsorted: {
    zh: '签名时参数没有按名称的 ASCII 顺序排序',
    en: 'The parameters were not sorted by name, in ASCII order',
  },
  'joined-with-marks': {
    zh: '签名时参数用 k=v&k=v 连接了：名称和值应直接相连，不加任何分隔符',
    en: 'The parameters were joined as k=v&k=v: names and values follow each other with nothing between',
  },
  'sign-included': {
    zh: 'sign 自己被算进了签名串：签名时参数里不能有 sign',
    en: 'sign itself was part of the signed text: it must not be among the parameters when signing',
  },
  'secret-in-front-only': {
    zh: 'md5 签名只在前面加了 AppSecret，前后都要加',
    en: 'md5 had the secret only in front: it goes to both ends',
  },
  'secret-behind-only': {
    zh: 'md5 签名只在后面加了 AppSecret，前后都要加',
    en: 'md5 had the secret only behind: it goes to both ends',
  },
  'no-secret': {
    zh: 'md5 签名没有加 AppSecret，前后都要加',
    en: 'md5 had no secret at all: it goes to both ends',
  },
  'secret-in-hmac-text': {
    zh: 'hmac 的签名串里不加 AppSecret：它只作为 hmac 的密钥',
    en: 'The text of an hmac has no secret in it: the secret is the key alone',
  },
  'secret-with-space': {
    zh: 'AppSecret 首尾多了空格或换行',
    en: 'The secret has a space or a line break at an end',
  },
  'app-key-as-secret': {
    zh: '用 app_key 当作 AppSecret 签名了',
    en: 'Signed with the app key in place of the secret',
  },
  'timestamp-changed': {
    zh: 'timestamp 在签名之后又变了：签名和发送要用同一个值',
    en: 'timestamp was made anew after signing: sign and send the same value',
  },
  gbk: {
    zh: '签名用了 GBK 编码：请按 UTF-8 字节签名',
    en: 'Signed over GBK bytes: sign over UTF-8',
  },
  'question-marks': {
    zh: '签名时中文变成了问号：字符集不含这些字符，请按 UTF-8 签名',
    en: 'Characters became question marks when signing: the charset lacks them; sign over UTF-8',
  },
  'plus-read-as-space': {
    zh: '参数里的 + 没有编码成 %2B，被读成了空格',
    en: 'A + was sent unescaped and read as a space: send it as %2B',
  },
  'encoded-twice': {
    zh: '参数值被 URL 编码了两次：发送时只编码一次',
    en: 'Values were URL-encoded twice: encode once, to send',
  },
  'unicode-escapes': {
    zh: '签名的 JSON 与发送的不同：一个写 \\uXXXX，另一个写原字',
    en: 'The signed JSON is not the one that was sent: one has \\uXXXX, the other the characters',
  },
  'json-reformatted': {
    zh: '签名之后 JSON 被重新排版了（空格或换行）：签名和发送要用同一段文本',
    en: 'The JSON was laid out anew after signing (spaces, line breaks): sign and send one text',
  },
  'slash-escapes': {
    zh: '签名的 JSON 与发送的不同：一个把 / 写成 \\/',
    en: 'The signed JSON is not the one that was sent: one writes / as \\/',
  },
  trimmed: {
    zh: '参数值首尾的空白在签名或发送时被去掉了',
    en: 'White space at the ends of values was cut off, when signing or when sending',
  },
  'line-ends': {
    zh: '换行符在签名之后变了（\\r\\n 与 \\n）',
    en: 'Line ends changed after signing (\\r\\n and \\n)',
  },
  'null-for-empty': {
    zh: '空参数被当作 null 签名了：空值不参与签名，或按空文本签名',
    en: 'An empty parameter was signed as null: leave it out, or sign it as empty text',
  },
  'text-letter-case': {
    zh: '签名串被改成了全小写或全大写：请用原文签名，只有结果可以转换大小写',
    en: 'The signed text was put into lower or upper case: sign it as it is; only the result may change its case',
  },
  'only-public': {
    zh: '只有公共参数参与了签名，业务参数也要参与',
    en: 'Only the public parameters were signed: those of the API belong to it too',
  },
  'only-business': {
    zh: '只有业务参数参与了签名，公共参数也要参与',
    en: 'Only the parameters of the API were signed: the public ones belong to it too',
  },
  'left-out': {
    zh: '参数 {about} 没有参与签名：除 sign 外的所有参数都要参与',
    en: 'The parameter {about} was not signed: all of them are, but sign itself',
  },
  'without-body': {
    zh: '请求体没有参与签名：批量和 JSON 调用把请求体原文接在排序后的公共参数之后',
    en: 'The body was not signed: in batch and JSON calls it follows the sorted public parameters as it is',
  },
  unknown: {
    zh: '请核对（不是已知的错误）：AppSecret 是否属于此 app_key、所有参数都参与签名、UTF-8 编码、签名后没有改动参数；空参数可以不传',
    en: 'None of the known mistakes. Check that the secret belongs to this app_key, that every parameter is signed, UTF-8, and that nothing changes after signing; leave out empty parameters',
  },
} as const satisfies Record<string, Bilingual>

export type SignatureMistakeName = keyof typeof signatureMistakes

/** A mistake, and what it is about: a parameter's name or a sign_method, never a value. */
export interface SignatureMistake {
  readonly name: SignatureMistakeName
  readonly about?: string
}

export function wordsOfMistake({ name, about = '' }: SignatureMistake): Bilingual {
  const { zh, en } = signatureMistakes[name]
  return { zh: zh.replace('{about}', about), en: en.replace('{about}', about) }
}
