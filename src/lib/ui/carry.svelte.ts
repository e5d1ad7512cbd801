// Carrying something to a place by pointer. An extra: whoever uses it offers the same by clicks and by keys.

/** A press that moves less than this is a click. */
const THRESHOLD = 6;

/**
 * What is being carried and where it would land. Sources and places stand within one `[data-carry]` element; a place
 * says its name in `data-place`. A finger carries only by a `[data-grip]` (with `touch-action: none`), so that it can
 * scroll everywhere else.
 */
export class Carry {
	/** What is in hand. */
	id = $state<string>();
	/** How far it has been carried, in pixels. */
	x = $state(0);
	y = $state(0);
	/** The place under the pointer. */
	over = $state<string>();
	readonly #ondrop: (id: string, place: string) => void;

	constructor(ondrop: (id: string, place: string) => void) {
		this.#ondrop = ondrop;
	}

	/** Attachment for an element that can be carried. */
	source(id: string) {
		return (element: HTMLElement) => {
			const start = (event: PointerEvent) => this.#press(event, element, id);
			element.addEventListener('pointerdown', start);
			return () => {
				element.removeEventListener('pointerdown', start);
				if (this.id === id) this.#reset();
			};
		};
	}

	#press(event: PointerEvent, element: HTMLElement, id: string) {
		const grip = event.target instanceof Element && event.target.closest('[data-grip]') !== null;
		if (event.button !== 0 || (event.pointerType === 'touch' && !grip)) return;
		const from = { x: event.clientX, y: event.clientY };
		const move = (moved: PointerEvent) => {
			if (moved.pointerId !== event.pointerId) return;
			const [x, y] = [moved.clientX - from.x, moved.clientY - from.y];
			if (this.id === undefined) {
				if (Math.hypot(x, y) < THRESHOLD) return;
				element.setPointerCapture(event.pointerId);
				this.id = id;
			}
			this.x = x;
			this.y = y;
			this.over = placeAt(moved, element);
		};
		const end = (ended: PointerEvent) => {
			if (ended.pointerId !== event.pointerId) return;
			removeEventListener('pointermove', move);
			removeEventListener('pointerup', end);
			removeEventListener('pointercancel', end);
			if (this.id === id) this.#drop(ended, element);
		};
		addEventListener('pointermove', move);
		addEventListener('pointerup', end);
		addEventListener('pointercancel', end);
	}

	#drop(event: PointerEvent, element: HTMLElement) {
		const { id } = this;
		const place = event.type === 'pointerup' ? placeAt(event, element) : undefined;
		this.#reset();
		swallowClick(element);
		if (id !== undefined && place !== undefined) this.#ondrop(id, place);
	}

	#reset() {
		this.id = undefined;
		this.x = 0;
		this.y = 0;
		this.over = undefined;
	}
}

/** The name of the place under the pointer, among those that belong with `source`. */
function placeAt(event: PointerEvent, source: HTMLElement): string | undefined {
	const root = source.closest('[data-carry]');
	const place = document
		.elementsFromPoint(event.clientX, event.clientY)
		.filter((one) => !source.contains(one))
		.map((one) => one.closest<HTMLElement>('[data-place]'))
		.find((one) => one !== null && one !== source);
	return root?.contains(place ?? null) ? place?.dataset.place : undefined;
}

/** Letting go is no click, though the browser may send one. */
function swallowClick(element: HTMLElement) {
	const swallow = (event: MouseEvent) => {
		event.stopPropagation();
		event.preventDefault();
	};
	element.addEventListener('click', swallow, { capture: true });
	setTimeout(() => element.removeEventListener('click', swallow, { capture: true }));
}
