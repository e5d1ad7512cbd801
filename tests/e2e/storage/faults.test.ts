import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerFast, call, startPage, startSite, type Site } from './site.js';

let site: Site;
beforeAll(async () => {
	site = await startSite();
});
afterAll(() => site.close());

it('works at all', async () => {
	const profile = site.profile();
	const one = await startPage(site, profile);
	one.page.on('console', (m) => console.log(m.text()));
	console.log(await call(one.page, 'open'));
	console.log(await call(one.page, 'begin', 's1'));
	const t = Date.now();
	await answerFast(one.page, 's1', 200);
	console.log((Date.now() - t) / 200, 'ms');
	console.log(await call(one.page, 'rows'), await call(one.page, 'journal'));
	await one.quit();
	for (let i = 0; i < 4; i++) {
		const two = await startPage(site, profile);
		const t = Date.now();
		console.log(await call(two.page, 'open'), Date.now() - t);
		console.log(await call(two.page, 'begin', 's1' + i));
		console.log(await call(two.page, 'rows'), await call(two.page, 'journal'));
		await two.quit();
	}
	expect(1).toBe(1);
});
