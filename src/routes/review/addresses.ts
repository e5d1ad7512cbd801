// Addresses of the review and of contrast practice. Apart from those that every page knows, so that the first question does not
// carry them.
import { resolve } from '$app/paths';

export const REVIEW = `${resolve('/review')}/`;

/** Begins a review of what is due. */
export const START_REVIEW = `${REVIEW}?start`;

export const CONTRAST = `${resolve('/practice/contrast')}/`;

/** Contrast practice on two diagnoses. */
export const contrastOn = (one: string, other: string) => `${CONTRAST}?pair=${one},${other}`;
