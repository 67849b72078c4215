import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { Button } from "../../../../renderer/ui/button.tsx";
import { useKeptFocus } from "../../../../renderer/ui/kept-focus.ts";

afterEach(cleanup);

/** A screen that steps through three people, as the preview does. */
function Steps({ submit = false }: { submit?: boolean }) {
  useKeptFocus();
  const [place, setPlace] = useState(1);
  const step = () => setPlace((now) => now + 1);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        step();
      }}
    >
      <h1 tabIndex={-1}>Person {place}</h1>
      <button type="button" onClick={() => setPlace(1)}>
        First
      </button>
      <Button type={submit ? "submit" : "button"} disabled={place === 2} onClick={submit ? undefined : step}>
        Next
      </Button>
    </form>
  );
}

const next = () => screen.getByRole("button", { name: "Next" });

test.each([false, true])(
  "a button that can no longer be pressed keeps the focus, and does nothing (submits: %s)",
  async (submit) => {
    render(<Steps submit={submit} />);
    next().focus();
    fireEvent.click(next());
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(screen.getByRole("heading").textContent).toBe("Person 2");
    expect(document.activeElement).toBe(next());
    expect([next().hasAttribute("disabled"), next().getAttribute("aria-disabled")]).toEqual([false, "true"]);
    fireEvent.click(next());
    expect(screen.getByRole("heading").textContent).toBe("Person 2");
  },
);

test("once the focus has left it, it is out of the way of the Tab key, until it can be pressed again", async () => {
  render(<Steps />);
  next().focus();
  fireEvent.click(next());
  const first = screen.getByRole("button", { name: "First" });
  first.focus();
  const looks = () => [next().hasAttribute("disabled"), next().getAttribute("aria-disabled")];
  await expect.poll(looks).toEqual([true, null]);
  fireEvent.click(first);
  await expect.poll(looks).toEqual([false, null]);
});

test("a button that is disabled keeps the focus for whoever comes back from another window", async () => {
  render(<Steps />);
  next().focus();
  fireEvent.click(next());
  // What a window that is left says of the element with its focus, which stays that.
  fireEvent.blur(next());
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(document.activeElement).toBe(next());
  expect([next().hasAttribute("disabled"), next().getAttribute("aria-disabled")]).toEqual([false, "true"]);
});
