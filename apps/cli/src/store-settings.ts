/** The settings that say where the store is and how to open what is sealed in it. */
export const storeSettings = ['mode', 'data-dir', 'database-url', 'master-key-file']
