import { MODULES } from '../addresses.js';

/** The builder, with a draft that is named. */
export const draftAddress = (id: string) => `${MODULES}new/?draft=${encodeURIComponent(id)}`;
/** The builder, with a draft of its own. */
export const NEW_MODULE = `${MODULES}new/`;
/** Where a link to a module leads; the module itself stands behind the `#`. */
export const OPEN_MODULE = `${MODULES}open/`;
/** The educator's key: its words, its key file. */
export const EDUCATOR_KEY = `${MODULES}key/`;
/** A module that was made here: link, QR code, file, hand-out. */
export const shareAddress = (id: string) => `${MODULES}share/?id=${encodeURIComponent(id)}`;
/** A module that the learner has agreed to take. */
export const moduleAddress = (id: string) => `${MODULES}take/?module=${encodeURIComponent(id)}`;
/** How an attempt went, and handing it in. */
export const handInAddress = (session: string) => `${MODULES}hand-in/?id=${session}`;
/** A draft as its learners will meet it. */
export const previewAddress = (id: string) => `${MODULES}preview/?draft=${encodeURIComponent(id)}`;
