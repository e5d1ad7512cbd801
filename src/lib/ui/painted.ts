/** A frame that has not come by now is not coming: a page that is hidden or covered is not drawn. */
const AT_LATEST_MS = 100;

/** Those who ask before the same frame wait for it together: a frame that is due is short of time. */
let next: Promise<void> | undefined;

/** Resolves once what is on its way to the screen is there. */
export const painted = (): Promise<void> => (next ??= nextFrame());

function nextFrame(): Promise<void> {
	const painting = new Promise<void>((resolve) => {
		let timer = setTimeout(done, AT_LATEST_MS);
		const frame = requestAnimationFrame(() => {
			// Who asks from here on waits for the frame after this one.
			forget();
			clearTimeout(timer);
			timer = setTimeout(done);
		});
		function done() {
			cancelAnimationFrame(frame);
			forget();
			resolve();
		}
	});
	function forget() {
		if (next === painting) next = undefined;
	}
	return painting;
}
