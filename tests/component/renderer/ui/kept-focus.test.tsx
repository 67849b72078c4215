import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { useKeptFocus } from "../../../../renderer/ui/kept-focus.ts";

afterEach(cleanup);

/** A screen with a row that can be deleted, alone or in a dialog. */
function Rows({ inDialog = false, takes = false }: { inDialog?: boolean; takes?: boolean }) {
  useKeptFocus();
  const [there, setThere] = useState(true);
  return (
    <>
      <h1 tabIndex={-1}>Numbers</h1>
      <div {...(inDialog ? { role: "dialog", tabIndex: -1 } : {})}>
        {there ? (
          <button type="button" onClick={() => setThere(false)}>
            Delete
          </button>
        ) : (
          <input aria-label="Next" ref={(next) => (takes ? next?.focus() : undefined)} />
        )}
      </div>
    </>
  );
}

function deleteRow(): void {
  const act = screen.getByRole("button", { name: "Delete" });
  act.focus();
  fireEvent.click(act);
}

test("where what had the focus is deleted, the heading of the screen has it", async () => {
  render(<Rows />);
  deleteRow();
  await expect.poll(() => document.activeElement).toBe(screen.getByRole("heading", { name: "Numbers" }));
});

test("in a dialog it stays in the dialog", async () => {
  render(<Rows inDialog />);
  deleteRow();
  await expect.poll(() => document.activeElement).toBe(screen.getByRole("dialog"));
});

test("whoever takes the focus by itself keeps it", async () => {
  render(<Rows takes />);
  deleteRow();
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Next" }));
});
