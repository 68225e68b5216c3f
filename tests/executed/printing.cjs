// Runs the programs that come in as lines of JSON, and answers each with what it showed, or with the error.
const { createInterface } = require("node:readline");
const vm = require("node:vm");

createInterface({ input: process.stdin }).on("line", (line) => {
  const shown = [];
  try {
    vm.runInNewContext(JSON.parse(line), { show: (...values) => shown.push(values) }, { timeout: 1000 });
  } catch (error) {
    shown.push(`error: ${error.name}`);
  }
  process.stdout.write(`${JSON.stringify(JSON.stringify(shown))}\n`);
});
