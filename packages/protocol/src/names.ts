/**
 * The name of the root member of an answer. Only a leading `taobao.` is dropped, as TOP does:
 * `taobao.time.get` answers `time_get_response`.
 */
export function responseRoot(method: string): string {
  const short = method.startsWith('taobao.') ? method.slice('taobao.'.length) : method
  return `${short.replaceAll('.', '_')}_response`
}

/**
 * The name of the items of a list, which follows from the type of the items, not from the list:
 * `ErrorInfo` is `error_info` and `CrowdDTO` is `crowd_d_t_o`. Basic types follow the same rule.
 */
export function itemName(typeName: string): string {
  return typeName.replace(/(?!^)[A-Z]/g, (capital) => `_${capital}`).toLowerCase()
}
