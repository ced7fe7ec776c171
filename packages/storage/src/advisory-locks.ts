/**
 * First halves of our two-part advisory locks. PostgreSQL keeps these apart from the 64-bit ones
 * that `Transaction.lock` takes, and from nothing else in the database: the values only have to
 * be unusual.
 */
export const schemaLockClass = 0x544f5001
export const nodeNumberLockClass = 0x544f5002
