// QR codes as squares, dark or light. Large: load it where a code is shown.
import { encode } from 'uqr';

/** A QR code: rows of squares, true where dark, without the margin of four that it needs around it. */
export interface QrCode {
	readonly version: number;
	readonly rows: readonly (readonly boolean[])[];
}

/** Light squares that a reader needs on every side. */
export const QUIET_ZONE = 4;

/** The QR code of a text, at level M. Throws where the text is too long for any. */
export function qrCode(text: string): QrCode {
	const { version, data } = encode(text, { ecc: 'M', border: 0, boostEcc: false });
	return { version, rows: data };
}

/** The outline of all dark squares as the `d` of an SVG path, one unit a square, margin included. */
export function qrPath({ rows }: QrCode): { readonly d: string; readonly size: number } {
	const runs = rows.flatMap((row, y) =>
		row.flatMap((dark, x) => {
			if (!dark || row[x - 1] === true) return [];
			const end = row.indexOf(false, x);
			const length = (end === -1 ? row.length : end) - x;
			return [`M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${length}v1h-${length}z`];
		})
	);
	return { d: runs.join(''), size: rows.length + 2 * QUIET_ZONE };
}
