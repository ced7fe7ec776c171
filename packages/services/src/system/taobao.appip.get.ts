import { appIpGet } from '@topgate/contracts'
import { implementQuery } from '@topgate/engine'

export const getAppIp = implementQuery(appIpGet, ({ peer }) => ({ ip: peer }))
