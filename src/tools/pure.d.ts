// What pure code may use beyond the language: functions of their arguments that every engine has.
declare function btoa(binary: string): string;
declare class TextEncoder {
	encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
	constructor(label: 'utf-8', options: { fatal: true; ignoreBOM: true });
	decode(bytes: Uint8Array): string;
}
