// From what a source holds to verdicts: read, opened, held against modules and earlier receipts.
import { judge, Seen, type Bench, type KnownModule } from '$lib/cohort/judge';
import { cleanName } from '$lib/cohort/names';
import { codeOf } from '$lib/cohort/people';
import { problem, type ModuleProblem } from '$lib/modules/problems';
import { openSealed, receiptsIn } from './receipts-open.js';
import type { Ground, Judged, ReceiptSource } from './receipts-protocol.js';

/** Larger things are not read: a receipt of 500 questions is a tenth of it. */
export const LARGEST_RECEIPT = 4_000_000;
/** What is kept of something set aside, so that it can be tried again. */
const LARGEST_KEPT = 1_000_000;

export class ReceiptJudge {
	#ground: Ground;
	#bench: Bench;
	#modules: ReadonlyMap<string, KnownModule>;

	constructor(ground: Ground) {
		this.#ground = ground;
		this.#modules = new Map(ground.modules.map((one) => [one.id, one]));
		const seen = new Seen();
		for (const [id, attempt] of ground.seen) seen.add(id, attempt);
		const { only, accept, now } = ground;
		this.#bench = { modules: this.#modules, seen, only, accept, now };
	}

	/** What each source holds. */
	async judgeAll(sources: readonly ReceiptSource[]): Promise<Judged[][]> {
		const all: Judged[][] = [];
		for (const one of sources) all.push(await this.#source(one));
		return all;
	}

	async #source({ name: givenName, file, text: given }: ReceiptSource): Promise<Judged[]> {
		const name = cleanName(givenName).name || 'File';
		const size = file?.size ?? given?.length ?? 0;
		if (size > LARGEST_RECEIPT) {
			const detail = `It has ${Math.ceil(size / 1_000_000)} MB.`;
			return [aside(name, problem('receipt/too-large', detail))];
		}
		const text = given ?? (await file?.text()) ?? '';
		const parts = receiptsIn(text);
		const judged: Judged[] = [];
		for (const [at, part] of parts.entries())
			judged.push(await this.#one(parts.length > 1 ? `${name}, ${at + 1}` : name, part));
		return judged;
	}

	async #one(name: string, text: string): Promise<Judged> {
		const { opened, module } = await openSealed(text, this.#ground.keys, this.#modules);
		const title = module === undefined ? undefined : this.#modules.get(module)?.content.title;
		const kept = {
			...(module !== undefined && { module }),
			...(title !== undefined && { title }),
			...(text.length <= LARGEST_KEPT && { text })
		};
		if (!opened.ok) return aside(name, opened.problem, kept);
		const { content } = opened.value;
		const verdict = judge(content, this.#bench);
		if (verdict.ok) {
			const signed = JSON.stringify(opened.value);
			return { kind: 'counts', name, digest: verdict.value, signed };
		}
		const learner = cleanName(content.learner.name).name || codeOf(content.learner.key);
		return aside(name, verdict.problem, { ...kept, learner });
	}
}

const aside = (
	name: string,
	{ code, happened, safe, next }: ModuleProblem,
	more: Partial<Extract<Judged, { kind: 'aside' }>> = {}
): Judged => ({ kind: 'aside', name, problem: { code, happened, safe, next }, ...more });
