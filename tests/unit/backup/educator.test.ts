// What of an educator's work is in a backup, and what never is.
import { expect, it } from 'vitest';
import { newPassMarkDraft } from '$lib/cohort/pass-mark-draft';
import { writeKeyFile } from '$lib/modules/crypto/key-file';
import { makeEducatorKey } from '$lib/modules/crypto/keys';
import { Device } from '../storage/ground';
import { backUp, restore } from './state';

it('holds estimates for a pass mark, and neither keys nor key files', async () => {
	const { store } = await new Device().tab();
	const fresh = await makeEducatorKey('Dr. Ada', 1);
	const file = await writeKeyFile(fresh, 'six random words');
	const key = { ...fresh.key, saved: true, file };
	expect(await store.shelf('educatorKeys').put(key)).toEqual({ ok: true });
	expect((await store.shelf('educatorKeys').get(key.id))?.file).toBe(file);
	const draft = { ...newPassMarkDraft('questions'), judges: [[0.5, null]] };
	expect(await store.shelf('passMarks').put(draft)).toEqual({ ok: true });

	const bytes = await backUp(store);
	const elsewhere = (await new Device().tab()).store;
	await restore(elsewhere, bytes);
	expect(await elsewhere.shelf('passMarks').get('questions')).toEqual(draft);
	expect(await elsewhere.shelf('educatorKeys').all()).toEqual([]);
	const text = new TextDecoder().decode(bytes);
	const plain = await new Response(
		new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('gzip'))
	).text();
	for (const one of [text, plain]) expect(one).not.toContain(file.slice(0, 40));
	expect(plain).toContain('passMarks');
});
