// Banks that the learner brought in.
import { briefOf } from '$lib/banks/brief';
import type { Backend } from './backend.js';
import { checkGeneration, type Connection } from './connection.js';

type Banks = Pick<Backend, 'putBank' | 'deleteBank' | 'installedBriefs' | 'installedBank'>;

/** The part of the store that holds installed banks. */
export function banksIn(connection: Connection): Banks {
	return {
		putBank: (bank) =>
			connection.run((db, gen) =>
				db.transaction('rw', [db.banks, db.bankBriefs, db.meta], async () => {
					await checkGeneration(db, gen);
					await db.banks.put(bank);
					await db.bankBriefs.put(briefOf(bank));
				})
			),

		deleteBank: (id) =>
			connection.run((db, gen) =>
				db.transaction('rw', [db.banks, db.bankBriefs, db.meta], async () => {
					await checkGeneration(db, gen);
					await db.banks.delete(id);
					await db.bankBriefs.delete(id);
				})
			),

		installedBriefs: () =>
			connection.read(async (db) =>
				(await db.bankBriefs.toArray()).sort((a, b) => a.title.localeCompare(b.title))
			),

		installedBank: (id) => connection.read((db) => db.banks.get(id))
	};
}
