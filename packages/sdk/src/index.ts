/**
 * The client behind the TypeScript SDK: it signs, sends, waits and reads, and knows APIs from a
 * table. `npx topgate sdk typescript` ships it with the table and the types of the APIs.
 *
 * The files behind these exports are public as a whole: their declarations are what is shipped.
 */
export * from './answer.ts'
export * from './api-table.ts'
export * from './client.ts'
export * from './errors.ts'
export * from './options.ts'
export * from './sign-parameters.ts'
