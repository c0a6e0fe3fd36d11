export { type AddKey, addKey } from './add-key.ts';
export { type ApiScope, type ListedKey, apiScopes, isApiScope, keyNameLimit } from './model.ts';
export { listKeys } from './queries.ts';
export { type RevokeKey, revokeKey } from './revoke-key.ts';
export { type UsedKey, useKey } from './use-key.ts';
