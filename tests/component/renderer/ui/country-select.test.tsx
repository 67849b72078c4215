import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { CountrySelect } from "../../../../renderer/ui/country-select.tsx";
import { onTheDesk } from "../on-the-desk.tsx";

test("what is typed takes the place of the country that stands there, and Enter chooses what it finds", async () => {
  const onChange = vi.fn<(code: string | null) => void>();
  onTheDesk(<CountrySelect label="Country" nothingFound="None" value="US" onChange={onChange} />);
  const field = screen.getByRole<HTMLInputElement>("combobox", { name: "Country" });
  expect(field.value).toBe("United States");
  const marked = () => field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  act(() => field.focus());
  expect(marked()).toBe("United States");
  field.setSelectionRange(3, 3);
  fireEvent.click(field);
  expect(marked()).toBe("United States");
  await screen.findByRole("option", { name: "Afghanistan" });
  fireEvent.change(field, { target: { value: "Ukr" } });
  const found = await screen.findByRole("option", { name: "Ukraine" });
  await waitFor(() => expect(found.hasAttribute("data-combobox-selected")).toBe(true));
  fireEvent.keyDown(field, { key: "Enter", code: "Enter" });
  await waitFor(() => expect(onChange).toHaveBeenCalledWith("UA"));
});
