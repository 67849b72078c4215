import { cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { Dialog } from "../../../../renderer/ui/dialog.tsx";
import { onTheDesk } from "../on-the-desk.tsx";

afterEach(cleanup);

function open(): () => number {
  let closed = 0;
  onTheDesk(
    <Dialog title="Paste cells or numbers" onClose={() => closed++}>
      <textarea aria-label="Numbers" />
    </Dialog>,
  );
  return () => closed;
}

/** A click beside the dialog, on what lies between it and the screen. */
const clickBeside = () => fireEvent.click(document.querySelector(".mantine-Modal-overlay")!);

test("a click beside a dialog is the way back from it", () => {
  const closed = open();
  clickBeside();
  expect(closed()).toBe(1);
});

test("once something was typed a click beside it loses nothing; Esc is still the way back", () => {
  const closed = open();
  fireEvent.input(screen.getByRole("textbox"), { target: { value: "0671234567" } });
  clickBeside();
  expect(closed()).toBe(0);
  fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape" });
  expect(closed()).toBe(1);
});

function Opening() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Add a person
      </button>
      {open && (
        <Dialog title="Add a person to the list" onClose={() => setOpen(false)}>
          <input aria-label="Phone" />
          <textarea aria-label="Note" />
          <button type="button" onClick={() => setOpen(false)}>
            Add
          </button>
        </Dialog>
      )}
    </>
  );
}

const enter = (element: Element, repeat = false) => fireEvent.keyDown(element, { key: "Enter", repeat });
/** Opens the dialog as by key, with the focus on what opened it. */
function openFrom(opener: HTMLElement): void {
  opener.focus();
  fireEvent.click(opener);
}

test("Enter that is pressed twice, or held, answers a dialog once and does not open it again", () => {
  onTheDesk(<Opening />);
  const opener = screen.getByRole("button", { name: "Add a person" });
  openFrom(opener);
  // Held since it opened the dialog: it would answer what nobody has read. A line of a text is begun by it all the same.
  expect(enter(screen.getByRole("textbox", { name: "Phone" }), true)).toBe(false);
  expect(enter(screen.getByRole("textbox", { name: "Note" }), true)).toBe(true);
  const add = screen.getByRole("button", { name: "Add" });
  expect(enter(add)).toBe(true);
  fireEvent.click(add);
  expect(document.activeElement).toBe(opener);
  expect(enter(opener)).toBe(false);
  expect(enter(opener, true)).toBe(false);
  expect(fireEvent.keyDown(opener, { key: "Tab" })).toBe(true);
});

test("a dialog that was left otherwise is opened again by the next Enter", () => {
  onTheDesk(<Opening />);
  const opener = screen.getByRole("button", { name: "Add a person" });
  openFrom(opener);
  fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape" });
  expect(document.activeElement).toBe(opener);
  expect(enter(opener)).toBe(true);
});

function OneAfterAnother() {
  const [open, setOpen] = useState<"save" | "update" | null>(null);
  return (
    <>
      <h1 tabIndex={-1}>Roses</h1>
      <button type="button" onClick={() => setOpen("save")}>
        Save as a list
      </button>
      {open === "save" && (
        <Dialog title="Save as a list" onClose={() => setOpen(null)}>
          <button type="button" onClick={() => setOpen("update")}>
            Update a list instead
          </button>
        </Dialog>
      )}
      {open === "update" && (
        <Dialog title="Which list is to be updated?" onClose={() => setOpen(null)}>
          Choose
        </Dialog>
      )}
    </>
  );
}

test("a dialog that came in place of another gives the focus back to where the first came from", () => {
  onTheDesk(<OneAfterAnother />);
  const opener = screen.getByRole("button", { name: "Save as a list" });
  openFrom(opener);
  const other = screen.getByRole("button", { name: "Update a list instead" });
  other.focus();
  fireEvent.click(other);
  fireEvent.keyDown(screen.getByRole("dialog", { name: "Which list is to be updated?" }), { key: "Escape" });
  expect(document.activeElement).toBe(opener);
});
