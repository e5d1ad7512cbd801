import { BANKS } from '../addresses.js';

/** The state of clinical review of a bank's questions. */
export const reviewAddress = (bank: string) => `${BANKS}review/?bank=${encodeURIComponent(bank)}`;
