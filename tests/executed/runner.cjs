// Runs the programs that come in as lines of JSON, and answers each with the lines of the sinks that input came to.
const { createInterface } = require("node:readline");
const vm = require("node:vm");

const TURNS = 12;
const MARK = "ZQ;x<y";

function flags(turn) {
  let seed = turn * 7919 + 1;
  return () => {
    if (turn < 2) return turn === 1;
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return seed / 0x7fffffff > 0.5;
  };
}

async function run(code) {
  const hits = new Set();
  const entered = new Set();
  for (let turn = 0; turn < TURNS; turn++) {
    const sink = (line, value) => {
      entered.add(line);
      if (value.toUpperCase().includes(MARK.slice(0, 2))) hits.add(line);
    };
    const known = { SINK: sink, SOURCE: () => MARK, FLAG: flags(turn) };
    vm.createContext(known);
    await vm.runInContext(`${code}\n;handler();`, known, { timeout: 2000 });
  }
  return { hits: [...hits], entered: [...entered] };
}

createInterface({ input: process.stdin }).on("line", async (line) => {
  let answer;
  try {
    answer = await run(JSON.parse(line));
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
});
