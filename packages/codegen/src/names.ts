/** Names of generated code, derived from method and field names as TOP's own SDKs derive them. */

/** `alibaba.charity.useraction.sync` is `AlibabaCharityUseractionSync`; `taobao.` is dropped. */
export function className(method: string): string {
  return pascalCase(method.replace(/^taobao\./, ''))
}

/** `tb_user_id` and `param0` become `TbUserId` and `Param0`. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
