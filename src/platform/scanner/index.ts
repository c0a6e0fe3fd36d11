export type { ClamdAddress } from './clamd-connection.ts';
export { createScanner, type NotScannedReason, type Scanner, type ScanResult } from './scanner.ts';
