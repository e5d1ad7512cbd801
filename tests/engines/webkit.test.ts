// The journeys in WebKitGTK, of Safari's family, and what it alone does.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until, type Driver } from './driver.js';
import { host, type Host } from './host.js';
import { journeys } from './journeys.js';
import { onScreen } from './page.js';
import { checkAnswer, respond } from './quiz.js';
import { startWebKit } from './webkit.js';

journeys(startWebKit);

/** Runs in the page. From now on a transaction of Milium that has read something never ends. */
function neverFinish(): void {
	const read = IDBObjectStore.prototype.get;
	IDBObjectStore.prototype.get = function (key) {
		const again = () => {
			read.call(this, '').onsuccess = again;
		};
		if (this.transaction.db.name === 'milium') {
			document.documentElement.dataset['busy'] = '';
			again();
		}
		return read.call(this, key);
	};
}

describe('a page that is put away as it is', () => {
	let driver: Driver;
	let at: Host;
	beforeAll(async () => {
		[driver, at] = [await startWebKit(), await host('build', '')];
	});
	afterAll(async () => {
		await driver?.close();
		await at?.down();
	});

	test('in the middle of reading, it does not keep the next one from saving', async () => {
		await driver.goto(`${at.url}settings/`);
		// It comes when the database is open.
		await driver.see({ role: 'link', name: 'Storage, snapshots, installing and erasing' });
		await driver.run(neverFinish, undefined);
		await driver.press({ role: 'link', name: 'Progress' });
		await until('a read that takes for ever', () =>
			driver.run(() => 'busy' in document.documentElement.dataset, undefined)
		);
		await driver.goto(`${at.url}session/?new`);
		await driver.see({ role: 'heading', name: 'Question 1 of 10' });
		await respond(driver);
		await checkAnswer(driver);
		expect(await onScreen(driver)).not.toContain('saved data');
	});
});
