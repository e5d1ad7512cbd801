// When to remind of the backup file: after so many answers, or so many days, and not again for a week when it was put off.
import type { BackupState } from '$lib/backup/store';

const REMIND_ANSWERS = 50;
const REMIND_MS = 7 * 86_400_000;
const PUT_OFF = 'milium:backup-put-off';

/** Whether answers have been without a backup for long enough. `now` and `putOff` in ms since 1970. */
export function isReminderDue(
	{ uncovered, since }: Pick<BackupState, 'uncovered' | 'since'>,
	now: number,
	putOff = putOffAt()
): boolean {
	if (uncovered === 0 || Math.abs(now - putOff) < REMIND_MS) return false;
	return uncovered >= REMIND_ANSWERS || (since !== undefined && now - since >= REMIND_MS);
}

/** Puts the reminder off. */
export function dismiss(now: number): void {
	try {
		localStorage.setItem(PUT_OFF, String(now));
	} catch {
		// It comes again at the next visit.
	}
}

function putOffAt(): number {
	try {
		return Number(localStorage.getItem(PUT_OFF) ?? 0);
	} catch {
		return 0;
	}
}
