// ruleid: bit-shift-too-far
const mask = 1 << 32;
// ruleid: bit-shift-too-far
const high = value >>> 32;
// ruleid: bit-shift-too-far
const half = Date.now() >> 1;
// ruleid: bit-shift-too-far
const whole = ~~Date.now();
// ok: bit-shift-too-far
const bit = 1 << 31;
// ok: bit-shift-too-far
const big = 1n << 40n;
// ok: bit-shift-too-far
const seconds = ~~(Date.now() / 1000);
// ok: bit-shift-too-far
const shifted = value >> count;
