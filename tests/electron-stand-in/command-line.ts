/** What Electron's command line says, as far as the stand-in listens to it. */
export type CommandLine = {
  /** Modules of `-r`, to be loaded before the app: Playwright's loader. */
  required: string[];
  /** The app's folder or main file. */
  appPath: string | undefined;
  userData: string | undefined;
  headless: boolean;
  debuggable: boolean;
};

/** Reads the arguments that follow the executable. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const line: CommandLine = {
    required: [],
    appPath: undefined,
    userData: undefined,
    headless: (process.env["STAND_IN_HEADLESS"] ?? "") !== "",
    debuggable: false,
  };
  const rest = [...args];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === "-r" || argument === "--require") line.required.push(rest.shift() ?? "");
    else if (argument === "--headless") line.headless = true;
    else if (argument.startsWith("--user-data-dir=")) line.userData = argument.slice("--user-data-dir=".length);
    else if (argument.startsWith("--remote-debugging-port=")) line.debuggable = true;
    else if (!argument.startsWith("-")) line.appPath ??= argument;
  }
  return line;
}
