// Stands in for Node's `crypto` where the app is built: `@hpke/common` asks for it where there is no `globalThis.crypto`, and there
// is one wherever Milium runs.
export const webcrypto = globalThis.crypto;
