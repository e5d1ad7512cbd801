import { sha256 } from '@noble/hashes/sha2.js';
import { hashName } from '$lib/banks/canonical';
import { toUtf8 } from './bytes.js';

/** A name for a text, 22 characters: the same for the same text and no other. */
export const textHash = (text: string): string => hashName(sha256(toUtf8(text)));
