/** Whether a key pressed there belongs to a field of text, which has a history and an undo of its own. */
export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "file"].includes(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

/**
 * Undo and redo of the menu in the field of text that has the focus; false where none has, and nothing was done. Only
 * this old command reaches the history that a browser keeps of a field.
 */
export function stepInText(step: "undo" | "redo"): boolean {
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other way to a field's own history
  return isTextField(document.activeElement) && document.execCommand(step);
}
