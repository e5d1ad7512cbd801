// What pure code may use beyond the language: functions of their arguments that every engine has.
declare function btoa(binary: string): string;
declare class TextEncoder {
	encode(text: string): Uint8Array<ArrayBuffer>;
}
