import { fireEvent, screen } from "@testing-library/react";
import type { DraftStore } from "../../../../../renderer/draft/draft-store.ts";

/** The button with this name. */
export const button = (name: string): HTMLElement => screen.getByRole("button", { name });

/** Clicks it. */
export const press = (name: string): boolean => fireEvent.click(button(name));

/** Puts a value into the field with this label. */
export const type = (label: string, value: string): boolean =>
  fireEvent.change(screen.getByRole("textbox", { name: label }), { target: { value } });

/** The edits that the draft has by now. */
export const edits = (draft: DraftStore) => draft.store.getState().draft?.edits ?? [];
