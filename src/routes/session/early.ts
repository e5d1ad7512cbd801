// The first question stands in the page, so it can be answered before the app has taken the page over. `src/boot.js` notes
// what is chosen until then, by a click or by a digit.
const NOTED = 'miliumEarly';

/** Chooses again what was chosen before the app was there, the last choice of each group. Called once the page is live. */
export function repeatEarlyChoices(): void {
	const noted: unknown = Reflect.get(window, NOTED);
	Reflect.deleteProperty(window, NOTED);
	if (!Array.isArray(noted)) return;
	const inputs = noted.filter((one): one is HTMLInputElement => one instanceof HTMLInputElement);
	const last = new Map(inputs.map((input) => [input.name, input]));
	for (const input of last.values()) if (input.isConnected) input.click();
}
