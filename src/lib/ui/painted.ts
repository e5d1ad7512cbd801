/** A frame that has not come by now is not coming: a page that is hidden or covered is not drawn. */
const AT_LATEST_MS = 100;

/** Calls back once what is on its way to the screen is there; gives the function that calls it off. */
export function whenPainted(then: () => void): () => void {
	let timer = setTimeout(call, AT_LATEST_MS);
	const frame = requestAnimationFrame(() => {
		clearTimeout(timer);
		timer = setTimeout(call);
	});
	function call() {
		stop();
		then();
	}
	function stop() {
		cancelAnimationFrame(frame);
		clearTimeout(timer);
	}
	return stop;
}

/** Resolves once what is on its way to the screen is there. */
export const painted = () => new Promise<void>((resolve) => whenPainted(resolve));
