/** Hands a file to the learner, to be kept wherever the browser keeps downloads. */
export function download(name: string, content: Blob): void {
	const address = URL.createObjectURL(content);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Not at once: some browsers fetch the address only after the click has been handled.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
