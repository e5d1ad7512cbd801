// The app fetches the registry with the first session that needs it; here every type is known from the start.
import '$lib/items/registry';

// Node's `DecompressionStream` may hand on a piece that was under way when its reader left, and throws where nobody can catch it; in
// a browser the piece is dropped. Seen on a busy machine, in files that are refused before their end.
const { enqueue } = ReadableStreamDefaultController.prototype;
ReadableStreamDefaultController.prototype.enqueue = function (chunk) {
	try {
		enqueue.call(this, chunk);
	} catch (error) {
		if (!(error instanceof TypeError) || Reflect.get(error, 'code') !== 'ERR_INVALID_STATE')
			throw error;
	}
};
