// ruleid: not-a-constructor
const key = new Symbol("key");
// ruleid: not-a-constructor
const large = new BigInt(1);
// ok: not-a-constructor
const other = Symbol("key") + BigInt(1) + new Number(1) + new kinds.Symbol("key");
