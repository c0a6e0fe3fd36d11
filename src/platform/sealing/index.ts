export {
  type KeyPair,
  keyPairOf,
  keyPairOfIdentity,
  lockWithPassphrase,
  newKeyPair,
  openWith,
  sealTo,
  unlockWithPassphrase,
} from './age.ts';
export { type Seal, createSeal } from './sealing.ts';
