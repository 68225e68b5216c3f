// ruleid: not-a-constructor
const key = Symbol("key");
// ruleid: not-a-constructor
const large = BigInt(1);
// ok: not-a-constructor
const other = Symbol("key") + BigInt(1) + new Number(1) + new kinds.Symbol("key");
