// Dragging a row by its handle: an extra for pointers. The buttons and the position list do the same without it.

/** Where a dragged row is, and where it would land. Rows stay where they are in the document until it is dropped. */
export class RowDrag {
	/** The row in hand. */
	id = $state<string>();
	/** The place it was taken from, counted from 0. */
	from = $state(-1);
	/** How far it has been carried, in pixels. */
	offset = $state(0);
	/** The place it would take, counted from 0. */
	target = $state(-1);
	#startY = 0;
	readonly #ondrop: (id: string, index: number) => void;

	constructor(ondrop: (id: string, index: number) => void) {
		this.#ondrop = ondrop;
	}

	/** On which side of the row at `index` the one in hand would land, if there. */
	landing(index: number, count: number): 'before' | 'after' | undefined {
		if (this.target < 0 || this.target === this.from || index === this.from) return undefined;
		// Counted as the rows stand without the one in hand.
		const place = index > this.from ? index - 1 : index;
		if (place === this.target) return 'before';
		return place === count - 2 && this.target === count - 1 ? 'after' : undefined;
	}

	/** Attachment for the handle of a row, which stands in a list whose `li` are the rows. */
	handle(id: string) {
		return (element: HTMLElement) => {
			const list = element.closest('ol');
			if (list === null) return;
			const move = (event: PointerEvent) => this.#move(event, list);
			const end = (event: PointerEvent) => this.#end(event, element, move);
			const start = (event: PointerEvent) => {
				if (event.button !== 0 || this.id !== undefined) return;
				event.preventDefault();
				element.setPointerCapture(event.pointerId);
				this.id = id;
				this.from = [...list.children].findIndex((row) => row.contains(element));
				this.#startY = event.clientY;
				element.addEventListener('pointermove', move);
				element.addEventListener('pointerup', end, { once: true });
				element.addEventListener('pointercancel', end, { once: true });
			};
			element.addEventListener('pointerdown', start);
			return () => {
				element.removeEventListener('pointerdown', start);
				if (this.id === id) this.#reset();
			};
		};
	}

	#move(event: PointerEvent, list: HTMLElement) {
		this.offset = event.clientY - this.#startY;
		this.target = [...list.children].filter((row) => {
			if (row.hasAttribute('data-dragged')) return false;
			const { top, height } = row.getBoundingClientRect();
			return top + height / 2 < event.clientY;
		}).length;
	}

	#end(event: PointerEvent, element: HTMLElement, move: (event: PointerEvent) => void) {
		element.removeEventListener('pointermove', move);
		const { id, target } = this;
		this.#reset();
		if (event.type === 'pointerup' && id !== undefined && target >= 0) this.#ondrop(id, target);
	}

	#reset() {
		this.id = undefined;
		this.from = -1;
		this.offset = 0;
		this.target = -1;
	}
}
