// Runs a script of ours on the Node that Electron embeds, or says that there is none: `node build/with-node.mjs
// [options of Node] <script> [arguments]`. Plain JavaScript without dependencies: an older Node would call a `.ts` unknown.
import { needNode24 } from "./node-24.mjs";
import { run } from "./run.mjs";

process.exit(await run(needNode24(), process.argv.slice(2)));
