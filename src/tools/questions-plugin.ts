// Turns `questions/` into modules at build time, so that the app fetches a bank as one compact, hashed file and never
// reads a fault: what does not pass the checks does not build.
//   virtual:milium/starter      the item with which a first quiz begins, before anything else is fetched
//   virtual:milium/catalogue    every bank and item in brief, and how to fetch each bank
//   virtual:milium/bank/<id>    one bank; in the app itself a file of JSON, of which nothing stays in memory but what is used
//   virtual:milium/evidence     what each fact says and who says it
//   virtual:milium/topics       the topics
//   virtual:milium/coverage     what the banks cover of the ledger
//   virtual:milium/entities     every entity by name, and how to fetch its page
//   virtual:milium/entity/<id>  the page about one entity
//   virtual:milium/learn/<name> what one learn page shows: differential, disagreements, advice, glossary, deciders
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';
import type { Questions } from './questions.js';

const PREFIX = 'virtual:milium/';

export function questions(): Plugin {
	let cache: Promise<Questions> | undefined;
	/** Whether the modules are for the app as it is built, whose data can be files beside its modules. */
	let files = false;
	const get = () => (cache ??= compile());
	return {
		name: 'milium-questions',
		configResolved({ command, build }) {
			files = command === 'build' && !build.ssr;
		},
		resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
		async load(id) {
			if (!id.startsWith(`\0${PREFIX}`)) return undefined;
			const name = id.slice(PREFIX.length + 1);
			const all = await get();
			for (const file of all.files) this.addWatchFile(file);
			if (name === 'topics') return json(all.topics);
			if (name === 'evidence') return json(all.citations);
			if (name === 'coverage') return json(all.coverage);
			if (name === 'starter') return json(starter(all));
			if (name === 'catalogue') {
				const emit = (id: string, source: string) =>
					this.emitFile({ type: 'asset', name: `bank-${id}.json`, source });
				return catalogue(all, files ? emit : undefined);
			}
			if (name === 'entities') return entities(all);
			const part = name.split('/')[1] ?? '';
			if (name.startsWith('learn/') && part in all.learn) return json(learnPart(all, part));
			const entity = all.learn.entities.find((one) => name === `entity/${one.id}`);
			if (entity !== undefined) return json(entity);
			const bank = all.banks.find((one) => name === `bank/${one.id}`);
			if (bank === undefined) throw new Error(`No such question module: ${name}`);
			return json(bank);
		},
		handleHotUpdate({ file }) {
			if (file.includes('/questions/')) cache = undefined;
		}
	};
}

/** Runs the same code as the command line, through Vite so that `$lib` resolves. */
async function compile(): Promise<Questions> {
	const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
	const { module } = await runnerImport<typeof import('./questions.js')>(path('./questions.ts'), {
		configFile: false,
		resolve: { alias: { $lib: path('../lib') } }
	});
	return module.loadQuestions();
}

// A string literal parses faster than an object literal of the same size, and gives no name to the minifier.
const json = (value: unknown) =>
	`export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;

/** The smallest item that will do: it is part of the first page. */
function starter({ banks }: Questions) {
	const [first] = banks
		.flatMap((bank) => bank.items.map((item) => ({ bank: bank.id, item })))
		.filter(({ item }) => isStarter(item))
		.sort((a, b) => sizeOf(a.item) - sizeOf(b.item));
	if (first === undefined) throw new Error('No item can open a first quiz');
	return first;
}

const sizeOf = (item: object) => JSON.stringify(item).length;

/** Clinical, easy, of the type whose view is part of the page, without markup. */
function isStarter(item: Questions['banks'][number]['items'][number]): boolean {
	// eslint-disable-next-line milium/ask-the-type -- the page of the first question comes with this view
	if (item.type !== 'multiple-choice' || item.difficulty !== 'easy') return false;
	if (item.record !== undefined || item.step === undefined) return false;
	// A drawing would have to be fetched before the first question makes sense.
	if (item.illustration !== undefined) return false;
	return !/[*_`|\\&<[\]]/.test(item.stem + (item.scenario ?? ''));
}

const learnPart = ({ learn }: Questions, part: string) => learn[part as keyof typeof learn];

/** Names by which modules of one kind are fetched. */
function loaders(kind: string, list: readonly { readonly id: string }[]): string {
	const lines = list.map(({ id }) => {
		const module = JSON.stringify(`${PREFIX}${kind}/${id}`);
		return `${JSON.stringify(id)}: () => import(${module}).then((module) => module.default)`;
	});
	return `export const load = {${lines.join(',')}};`;
}

/** `emit` writes a file beside the modules and gives the name under which a module finds its address. */
function catalogue(
	{ briefs, banks }: Questions,
	emit: ((id: string, source: string) => string) | undefined
): string {
	const brief = `export const banks = JSON.parse(${JSON.stringify(JSON.stringify(briefs))});`;
	if (emit === undefined) return `${brief}\n${loaders('bank', banks)}`;
	const lines = banks.map((bank) => {
		const address = `import.meta.ROLLUP_FILE_URL_${emit(bank.id, JSON.stringify(bank))}`;
		return `${JSON.stringify(bank.id)}: () => fetchJson(${address})`;
	});
	return [
		`import { fetchJson } from '$lib/ui/fetch-json';`,
		brief,
		`export const load = {${lines.join(',')}};`
	].join('\n');
}

function entities({ learn }: Questions): string {
	const names = learn.entities.map(({ id, name }) => ({ id, name }));
	return `export const entities = ${JSON.stringify(names)};\n${loaders('entity', learn.entities)}`;
}
