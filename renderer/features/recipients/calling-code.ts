import { useEffect, useState } from "react";

/** "+380" for UA, once the table of calling codes is there; "" before that and for a country without one. */
export function useCallingCode(country: string): string {
  const [code, setCode] = useState("");
  useEffect(() => {
    let current = true;
    const look = async () => {
      const { getCountryCallingCode, isSupportedCountry } = await import("libphonenumber-js/max");
      if (current) setCode(isSupportedCountry(country) ? `+${getCountryCallingCode(country)}` : "");
    };
    void look();
    return () => {
      current = false;
    };
  }, [country]);
  return code;
}
