// Opens receipts and judges them, in a worker without access to anything that is stored.
import { ReceiptJudge } from './receipts-judge.js';
import type { FromReceiptWorker, ToReceiptWorker } from './receipts-protocol.js';

let judge: ReceiptJudge | undefined;

self.onmessage = ({ data }: MessageEvent<ToReceiptWorker>) => {
	if (data.kind === 'ground') {
		judge = new ReceiptJudge(data.ground);
		return;
	}
	judge
		?.judgeAll(data.sources)
		.then((judged) => self.postMessage({ kind: 'judged', judged } satisfies FromReceiptWorker))
		.catch((error: unknown) => {
			// A bug: the page hears of it as an error of the worker.
			setTimeout(() => {
				throw error;
			});
		});
};
