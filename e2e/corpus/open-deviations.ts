/**
 * Cases that the server does not answer as it should, each with the reason. The suite holds it to
 * the rest of their promises, and wants a case off this list as soon as its answer is right.
 */
export const openDeviations: Readonly<Record<string, string>> = {}
