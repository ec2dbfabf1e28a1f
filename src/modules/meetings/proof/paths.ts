/** Public keys of the site, as a JSON Web Key Set. */
export const keysPath = '/.well-known/avavald-keys.json'
