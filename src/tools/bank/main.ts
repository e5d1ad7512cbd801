// npm run bank -- check|score|coverage|analyse …
import { runCommand } from './commands.js';

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});
process.exitCode = runCommand(process.argv.slice(2));
