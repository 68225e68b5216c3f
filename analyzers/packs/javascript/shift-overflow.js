// ruleid: shift-overflow
const mask = 1 << 32;
// ruleid: shift-overflow
const high = value >>> 32;
// ruleid: shift-overflow
const half = Date.now() >> 1;
// ruleid: shift-overflow
const whole = ~~Date.now();
// ok: shift-overflow
const bit = 1 << 31;
// ok: shift-overflow
const big = 1n << 40n;
// ok: shift-overflow
const seconds = ~~(Date.now() / 1000);
// ok: shift-overflow
const shifted = value >> count;
