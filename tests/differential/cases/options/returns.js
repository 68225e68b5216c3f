const f = () => one;
const g = (a, b) => a + b;
const h = (a) => { return two; };
const i = (a) => ({ b: a });
function j() { three(); }
