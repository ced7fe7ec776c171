/** A Taobao user id. */
export const userForm = /^[1-9][0-9]{0,18}$/
export const userExpects = 'a Taobao user id: up to 19 digits'
export const NICK_CHARS_MAX = 64

export function isUserId(text: string): boolean {
  return userForm.test(text)
}
