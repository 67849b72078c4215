/**
 * Puts words into a field as if they were typed, so that its own undo takes them back. Where the browser cannot do
 * that they are put in plainly.
 */
export function insertText(field: HTMLTextAreaElement, start: number, end: number, words: string): void {
  field.focus();
  field.setSelectionRange(start, end);
  // The only way to change a field without breaking its undo; deprecated without a successor.
  const typed = words === "" ? command("delete") : command("insertText", words);
  if (typed) return;
  field.setRangeText(words, start, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function command(name: string, words?: string): boolean {
  const { execCommand } = document as { execCommand?: (name: string, ui: boolean, words?: string) => boolean };
  return execCommand?.call(document, name, false, words) ?? false;
}
