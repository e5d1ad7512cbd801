// The app fetches the registry with the first session that needs it; here every type is known from the start.
import '$lib/items/registry';
