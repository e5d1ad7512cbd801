// The app's own style sheet, so that sizes and visibility are those of the app.
import '../../src/app.css';
// The app fetches the registry with the first session that needs it; here every type is known from the start.
import '$lib/items/registry';
