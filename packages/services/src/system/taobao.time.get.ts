import { timeGet } from '@topgate/contracts'
import { implementQuery } from '@topgate/engine'

export const getTime = implementQuery(timeGet, ({ received_ms }) => ({ time: received_ms }))
