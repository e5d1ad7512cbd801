// Looks into a class, in a worker without access to anything that is stored, so that a page with a thousand learners stays alive.
import type { ToClassWorker } from './class-protocol.js';
import { ClassWork } from './class-work.js';

const work = new ClassWork();

self.onmessage = ({ data }: MessageEvent<ToClassWorker>) => {
	work
		.answer(data)
		.then((answer) => self.postMessage(answer))
		.catch((error: unknown) => {
			// A bug: the page hears of it as an error of the worker.
			setTimeout(() => {
				throw error;
			});
		});
};
