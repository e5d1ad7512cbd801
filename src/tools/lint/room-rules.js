// ESLint rules that only Milium needs.
import { posix } from 'node:path';
import {
	ITEM_TYPE_ID,
	MAY_IMPORT,
	OWNER,
	PLAIN_MAY_IMPORT,
	PURE_ROOMS,
	RIM,
	SHOW_WITH
} from './rooms.js';

/** @import { Rule } from 'eslint' */
/** @import { Node } from 'estree' */

/**
 * @typedef {object} Place where a file stands
 * @property {string} path below the project's folder, with `/`
 * @property {string | undefined} room
 * @property {'routes' | 'tools' | 'lib' | 'elsewhere'} part
 * @property {boolean} plain a pure file: plain TypeScript in a pure room
 * @property {string | undefined} itemType folder of an item type
 */

/**
 * @param {string} path
 * @returns {Place}
 */
export function placeOf(path) {
	const [, room] = /^src\/lib\/([^/]+)\//.exec(path) ?? [];
	const part = /^src\/(routes|tools|lib)\//.exec(path)?.[1];
	const plain = /\.ts$/.test(path) && !/\.(svelte|d)\.ts$/.test(path) && !RIM.includes(path);
	return {
		path,
		room,
		part: part === 'routes' || part === 'tools' || part === 'lib' ? part : 'elsewhere',
		plain: plain && room !== undefined && PURE_ROOMS.includes(room),
		itemType: /^src\/lib\/items\/([^/]+)\//.exec(path)?.[1]
	};
}

const NOT_PLAIN = /^(?:svelte(?:\/|$)|\$app\/|virtual:|node:)|\.svelte(?:\.[jt]s)?$/;

/**
 * What is wrong with an import, if anything.
 * @param {Place} from
 * @param {string} source as written
 * @returns {string | undefined}
 */
function judgeImport(from, source) {
	if (from.part === 'elsewhere') return undefined;
	const wrong = judgePackage(from, source);
	if (wrong !== undefined) return wrong;
	const target = targetOf(from, source);
	if (target === undefined) return undefined;
	const to = placeOf(/\.svelte$/.test(target) ? target : target.replace(/(?:\.[jt]s)?$/, '.ts'));
	if (from.part === 'tools') return undefined;
	if (to.part === 'tools') return 'The app does not use the tools.';
	if (from.part === 'routes') return undefined;
	if (to.part === 'routes') return `${from.room} may not know the pages.`;
	return judgeRooms(from, to, source);
}

/**
 * @param {Place} from
 * @param {string} source
 */
function judgePackage(from, source) {
	for (const [name, owner] of Object.entries(OWNER)) {
		const owners = [owner].flat();
		if ((source === name || source.startsWith(`${name}/`)) && !owners.includes(from.room ?? '')) {
			return `Only src/lib/${owners.join(' and ')} uses ${name}.`;
		}
	}
	if (from.plain && NOT_PLAIN.test(source)) {
		return `Plain .ts in ${from.room} is pure: no Svelte, no framework, no build-time modules, no Node. Hand the value in as an argument.`;
	}
	return undefined;
}

/**
 * @param {Place} from
 * @param {Place} to
 * @param {string} source
 */
function judgeRooms(from, to, source) {
	if (to.room === undefined) return undefined;
	if (from.plain && RIM.includes(to.path))
		return `${source} stands at the rim; pure files do without.`;
	if (from.room === to.room) return judgeItemTypes(from, to, source);
	const allowed =
		(from.plain ? PLAIN_MAY_IMPORT[from.room ?? ''] : undefined) ?? MAY_IMPORT[from.room ?? ''];
	if (allowed === undefined)
		return `src/lib/${from.room} is no room: add it to src/tools/lint/rooms.js.`;
	const shows = /\.svelte(?:\.ts)?$/.test(from.path) && to.room === SHOW_WITH;
	if (!allowed.includes(to.room) && !shows) return `${from.room} may not import ${to.room}.`;
	if (!source.startsWith('$lib/')) return `Write imports from another room as $lib/${to.room}/….`;
	return undefined;
}

/**
 * @param {Place} from
 * @param {Place} to
 * @param {string} source
 */
function judgeItemTypes(from, to, source) {
	if (source.startsWith('$lib/')) return 'Write imports within a room as relative paths.';
	if (from.itemType === undefined) return undefined;
	if (to.itemType !== undefined && to.itemType !== from.itemType)
		return 'One item type never imports another.';
	if (/^src\/lib\/items\/(?:registry|views|view-list)\.ts$/.test(to.path))
		return 'An item type does not know the list it stands in.';
	return undefined;
}

/**
 * @param {Place} from
 * @param {string} source
 * @returns {string | undefined} path below the project's folder; undefined for packages
 */
function targetOf(from, source) {
	if (source.startsWith('$lib/'))
		return `src/lib/${source.slice(5)}${source.slice(5).includes('/') ? '' : '/index'}`;
	if (source.startsWith('.')) return posix.join(posix.dirname(from.path), source);
	return undefined;
}

/**
 * @param {Rule.RuleContext} context
 */
function here(context) {
	const path = posix.relative(
		context.cwd.replaceAll('\\', '/'),
		context.filename.replaceAll('\\', '/')
	);
	return placeOf(path);
}

/** @type {Rule.RuleModule} */
export const rooms = {
	meta: { type: 'problem', docs: { description: 'Who may import whom.' }, schema: [] },
	create(context) {
		const from = here(context);
		/** @param {{ source?: Node | null | undefined }} node */
		const check = ({ source }) => {
			if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
			const message = judgeImport(from, source.value);
			if (message !== undefined) context.report({ node: source, message });
		};
		return {
			ImportDeclaration: check,
			ImportExpression: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check
		};
	}
};

/** @type {Rule.RuleModule} */
export const askTheType = {
	meta: {
		type: 'problem',
		docs: { description: 'Ask the item type; never branch on it.' },
		schema: []
	},
	create(context) {
		if (here(context).itemType !== undefined) return {};
		const message =
			'Ask the item type through the registry, with a new field of the contract if need be; do not branch on it.';
		/** @param {Node} node */
		const namesType = (node) =>
			node.type === 'Literal' && typeof node.value === 'string' && ITEM_TYPE_ID.test(node.value);
		return {
			'BinaryExpression[operator=/^[!=]==?$/]'(
				/** @type {import('estree').BinaryExpression} */ node
			) {
				const sides = [node.left, node.right];
				const literal = sides.find((one) => one.type === 'Literal');
				if (literal === undefined || literal.type !== 'Literal') return;
				if (
					namesType(literal) ||
					sides.some((one) => isTypeOfItem(one) && typeof literal.value === 'string')
				) {
					context.report({ node, message });
				}
			},
			SwitchCase(node) {
				if (node.test != null && namesType(node.test)) context.report({ node: node.test, message });
			}
		};
	}
};

/** @param {Node} node */
function isTypeOfItem(node) {
	if (
		node.type !== 'MemberExpression' ||
		node.property.type !== 'Identifier' ||
		node.property.name !== 'type'
	)
		return false;
	const { object } = node;
	if (object.type === 'Identifier') return /item$/i.test(object.name);
	return (
		object.type === 'MemberExpression' &&
		object.property.type === 'Identifier' &&
		/item$/i.test(object.property.name)
	);
}
