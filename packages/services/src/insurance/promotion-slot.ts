export interface PromotionSlot {
  readonly agency: string | null
  readonly medium: string | null
}

/** `优矩-抖音` is the agency 优矩 on the medium 抖音; without a dash nobody can tell which it is. */
export function readPromotionSlot(name: string): PromotionSlot {
  const [whole, agency = '', medium = ''] = /^([^-－—–]*)[-－—–]+(.*)$/su.exec(name) ?? []
  if (whole === undefined) return { agency: null, medium: null }
  return { agency: agency.trim() || null, medium: medium.trim() || null }
}
