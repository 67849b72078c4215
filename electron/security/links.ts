import { shell } from "electron";

/** The only addresses that the program ever opens in a browser. The window names one; it never sends a URL. */
const links = {
  "web-account": "https://app.bsg.world/",
  "api-help": "https://one-api.bsg.world/docs",
} as const satisfies Record<string, `https://${string}`>;

export type Link = keyof typeof links;

export function openLink(link: Link): Promise<void> {
  return shell.openExternal(links[link]);
}

/** Shows a folder of the program's own in the system's file manager. */
export async function openFolder(folder: string): Promise<void> {
  const problem = await shell.openPath(folder);
  if (problem !== "") throw new Error(problem);
}
