export const greeting = "hello from an imported file";
