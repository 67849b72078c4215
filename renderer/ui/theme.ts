import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const shades = (token: string): MantineColorsTuple => {
  const value = `var(--${token})`;
  return [value, value, value, value, value, value, value, value, value, value];
};

/** Mantine in the colours and measures of tokens.css; `mantine.css` gives its parts their shape. */
export const theme = createTheme({
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--font-mono)",
  headings: { fontFamily: "var(--font)", fontWeight: "600" },
  fontSizes: { xs: "12px", sm: "14px", md: "14px", lg: "16px", xl: "19px" },
  lineHeights: { xs: "18px", sm: "20px", md: "20px", lg: "24px", xl: "26px" },
  radius: { xs: "4px", sm: "8px", md: "8px", lg: "10px", xl: "10px" },
  defaultRadius: "sm",
  colors: { go: shades("go"), bad: shades("bad"), warn: shades("warn") },
  primaryColor: "go",
  respectReducedMotion: true,
  cursorType: "default",
});

/** Points Mantine's own variables at the tokens, the same for both schemes: the tokens know light and dark. */
export const cssVariables: CSSVariablesResolver = () => {
  const colours = {
    "--mantine-color-body": "var(--paper)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--ink-2)",
    "--mantine-color-placeholder": "var(--ink-3)",
    "--mantine-color-error": "var(--bad)",
    "--mantine-color-default": "var(--paper)",
    "--mantine-color-default-hover": "var(--ground)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-color-default-border": "var(--line-strong)",
    "--mantine-color-anchor": "var(--go)",
    "--mantine-color-disabled": "var(--ground)",
    "--mantine-color-disabled-color": "var(--ink-3)",
    "--mantine-color-disabled-border": "var(--line)",
    "--mantine-primary-color-filled": "var(--go)",
    "--mantine-primary-color-contrast": "var(--go-ink)",
  };
  return { variables: {}, light: colours, dark: colours };
};
