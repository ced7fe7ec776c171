export const PASSWORD_CHARS_MIN = 10
export const PASSWORD_CHARS_MAX = 128
const DIFFERENT_CHARS_MIN = 5

/** Long enough for the rule above, and yet among the first that anybody tries. */
const common: ReadonlySet<string> = new Set([
  '1234567890',
  '0123456789',
  '0987654321',
  '1234567891',
  '12345678910',
  '123456789a',
  'a123456789',
  '1q2w3e4r5t',
  'qwertyuiop',
  'qwerty12345',
  'qwerty123456',
  'password12',
  'password123',
  'password1234',
  'passw0rd123',
  'p@ssw0rd123',
  'admin12345',
  'admin123456',
  'administrator',
  'woaini1314',
  'woaini520',
  'iloveyou123',
  'topgate123',
  'topgate1234',
  'changeme123',
  'letmein123',
])

/** Why a password will not do; undefined when it will. Length is worth more than kinds of signs. */
export function passwordTrouble(password: string): 'short' | 'long' | 'common' | undefined {
  const characters = [...password.normalize('NFKC')]
  if (characters.length < PASSWORD_CHARS_MIN) return 'short'
  if (characters.length > PASSWORD_CHARS_MAX) return 'long'
  const isPoor = new Set(characters).size < DIFFERENT_CHARS_MIN
  return isPoor || common.has(characters.join('').toLowerCase()) ? 'common' : undefined
}
