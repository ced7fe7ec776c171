import type { HouseSeed } from '../house/index.ts'

const BROKER = 1n
const SHOP = 2n

export const sandboxHouse: HouseSeed = {
  partners: [
    { partner: 'HOUSE_A', bound_user: '2201234567890' },
    { partner: 'HOUSE_B', bound_user: '2201234567891' },
    { partner: 'HOUSE_L', bound_user: '2201234567892' },
  ],
  subjects: [
    { partner: 'HOUSE_A', type: BROKER, id: '64', store_id: '3' },
    { partner: 'HOUSE_A', type: SHOP, id: '3', name: '222333444555666777' },
    { partner: 'HOUSE_B', type: SHOP, id: '999', exclusive: true },
  ],
}
