// From what a clock on a wall shows to a moment, in any time zone. Zones come from the browser's own database.

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;
const DAY = 86_400_000;

/** Whether this browser knows a time zone by that name. */
export function knowsZone(timeZone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone });
		return true;
	} catch {
		return false;
	}
}

/**
 * The moment (ms since 1970) at which clocks of `timeZone` show `local` (`2026-11-22T10:00`). A time that the change to summer
 * time leaves out is as much later; of a time that comes twice, the first is meant. Undefined where it is no time or no zone.
 */
export function instantOf(local: string, timeZone: string): number | undefined {
	const [, ...parts] = LOCAL.exec(local) ?? [];
	if (parts.length === 0 || !knowsZone(timeZone)) return undefined;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.map(Number);
	const wanted = Date.UTC(year, month - 1, day, hour, minute);
	if (new Date(wanted).toISOString().slice(0, 16) !== local) return undefined;
	// Zones are never more than a day away; the offsets of the days around cover a change in between.
	const offsets = [wanted - DAY, wanted + DAY].map((at) => offsetAt(at, timeZone));
	const exact = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
	const fitting = exact.find((at) => at + offsetAt(at, timeZone) === wanted);
	return fitting ?? wanted - (offsets[0] ?? 0);
}

/** Milliseconds that clocks of a zone are ahead of UTC at a moment. */
function offsetAt(instant: number, timeZone: string): number {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone,
		calendar: 'iso8601',
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit'
	}).formatToParts(instant);
	const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
	const shown = Date.UTC(
		of('year'),
		of('month') - 1,
		of('day'),
		of('hour'),
		of('minute'),
		of('second')
	);
	return shown - Math.floor(instant / 1000) * 1000;
}
