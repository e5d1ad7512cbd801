// What a page is watched for while a journey goes through it.
import { until, type Driver } from './driver.js';

/** Counts from now on what the policy stops and what nobody caught. The host hears of what came before. */
export async function watch(driver: Driver): Promise<void> {
	await driver.run(() => {
		const wrongs: string[] = [];
		Reflect.set(window, 'wrongs', wrongs);
		document.addEventListener('securitypolicyviolation', (event) =>
			wrongs.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
		);
		addEventListener('error', (event) => wrongs.push(`uncaught: ${event.message}`));
		addEventListener('unhandledrejection', (event) =>
			wrongs.push(`uncaught: ${String(event.reason)}`)
		);
	}, undefined);
}

/** What was counted on this page, and every request of it that went elsewhere. */
export function wrongs(driver: Driver): Promise<string[]> {
	return driver.run(() => {
		const counted: unknown = Reflect.get(window, 'wrongs');
		const elsewhere = performance
			.getEntriesByType('resource')
			.map((entry) => entry.name)
			.filter((name) => name.startsWith('http') && !name.startsWith(location.origin));
		return [...(Array.isArray(counted) ? counted.map(String) : ['not watched']), ...elsewhere];
	}, undefined);
}

/** Waits until the service worker has stored the app. */
export async function storedForOffline(driver: Driver): Promise<void> {
	let last: unknown;
	await until('the service worker', async () => {
		last = await driver.run(workers, undefined);
		return last === 'activated';
	}).catch((error: Error) => {
		throw new Error(`${error.message}; it is ${JSON.stringify(last)}`);
	});
}

/** Runs in the page. `activated`, or what there is instead. */
async function workers(): Promise<string> {
	const registration = await navigator.serviceWorker.getRegistration();
	const kept = await caches.keys();
	// WebKitGTK can go on calling a worker “activating” after a reload; it is in charge all the same.
	if (registration?.active != null && kept.length > 0) return 'activated';
	if (registration === undefined) return 'not registered';
	const { installing, waiting, active } = registration;
	const states = [installing, waiting, active].map((one) => one?.state ?? 'none');
	const entries = await Promise.all(
		kept.map(async (name) => (await (await caches.open(name)).keys()).length)
	);
	return `${states.join(', ')}; stored ${entries.join(', ')}`;
}

/** What a person would see now, in brief, to tell why a journey failed. */
export function onScreen(driver: Driver): Promise<string> {
	return driver
		.run(
			() => `${location.href}\n${document.querySelector('main')?.innerText.slice(0, 1500) ?? ''}`,
			undefined
		)
		.catch((error: unknown) => `The page cannot say what it shows: ${String(error)}`);
}
