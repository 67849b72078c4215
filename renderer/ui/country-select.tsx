import { Select } from "@mantine/core";
import { useMemo } from "react";
import { countryCodes } from "./countries.ts";
import { useFormat } from "./use-format.ts";

/** Chooses a country by its name in the user's language; `null` is the first entry, worded by `none`. */
export function CountrySelect({
  label,
  description,
  none,
  nothingFound,
  value,
  onChange,
}: {
  label: string;
  description?: string;
  none?: string;
  nothingFound: string;
  value: string | null;
  onChange: (code: string | null) => void;
}) {
  const format = useFormat();
  const countries = useMemo(
    () =>
      countryCodes
        .map((code) => ({ value: code, label: format.country(code) }))
        .sort((a, b) => a.label.localeCompare(b.label, format.locale)),
    [format],
  );
  return (
    <Select
      label={label}
      description={description}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      // What is typed takes the place of the country that stands there, by keyboard and by mouse alike.
      onFocus={({ currentTarget }) => currentTarget.select()}
      onClick={({ currentTarget }) => currentTarget.select()}
      nothingFoundMessage={nothingFound}
      maxDropdownHeight={280}
      data={none === undefined ? countries : [{ value: "", label: none }, ...countries]}
      value={value ?? ""}
      onChange={(code) => onChange(code === null || code === "" ? null : code)}
    />
  );
}
