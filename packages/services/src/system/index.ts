export { getAppIp } from './taobao.appip.get.ts'
export { getTime } from './taobao.time.get.ts'
