import type { SeedRule } from './seed.ts'

/** A day has no more effective time; longer work is reported day by day. */
const DAY_MINUTES = 24 * 60

/**
 * Rules to begin with. SUB_CODE makes the documented sample answer 0.1; the others follow the
 * public standard: one hour on site is 1, 200 ml of blood 4, a tree planted alone 1, one donation
 * or charity walk 0.1, and 20 public-review tasks 0.1.
 */
export const starterRules: readonly SeedRule[] = [
  { sub_code: 'SUB_CODE', type: 'PAN_PUBLIC_WELFARE', formula: 'FIXED', minutes: 6 },
  {
    sub_code: 'OFFLINE_SERVICE',
    type: 'OFFLINE_PUBLIC_WELFARE',
    formula: 'PER_DURATION',
    quantity_path: 'durationMinutes',
    event_max: DAY_MINUTES,
  },
  {
    sub_code: 'BLOOD_200ML',
    type: 'OFFLINE_PUBLIC_WELFARE',
    formula: 'PER_QUANTITY',
    minutes: 240,
    unit: 200,
    quantity_path: 'quantityMl',
  },
  { sub_code: 'TREE_SINGLE', type: 'ENVIRONMENTAL_PROTECTION', formula: 'FIXED', minutes: 60 },
  { sub_code: 'WALK_ONCE', type: 'WALK_DONATION', formula: 'FIXED', minutes: 6, day_cap: 6 },
  { sub_code: 'DONATE_ONCE', type: 'PUBLIC_DONATION', formula: 'FIXED', minutes: 6, year_cap: 180 },
  {
    sub_code: 'SHARE_ONCE',
    type: 'SPREAD_PUBLIC_WELFARE',
    formula: 'FIXED',
    minutes: 6,
    year_cap: 60,
  },
  {
    sub_code: 'JURY_20',
    type: 'PAN_PUBLIC_WELFARE',
    formula: 'PER_QUANTITY',
    minutes: 6,
    unit: 20,
    quantity_path: 'taskCount',
  },
]
